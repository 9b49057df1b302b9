# One image per service; SERVICE is the module's folder. The module is built before (./mvnw package).
FROM eclipse-temurin:25-jdk
ARG SERVICE
RUN useradd --system --create-home --uid 10001 openrcm && install -d -o openrcm /exchange
COPY --chown=openrcm deploy/docker/start-service /opt/openrcm/start-service
COPY --chown=openrcm ${SERVICE}/target/quarkus-app /opt/openrcm/app
USER openrcm
WORKDIR /opt/openrcm
VOLUME /exchange
ENTRYPOINT ["/opt/openrcm/start-service"]

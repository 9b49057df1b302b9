# One image per service; SERVICE is the module's folder. The module is built before (./mvnw package).
FROM eclipse-temurin:25-jdk
ARG SERVICE
ENV SERVICE=${SERVICE}
RUN useradd --system --create-home --uid 10001 openrcm && install -d -o openrcm -m 700 /exchange /checkpoints /keys \
  /keys/coding-service /keys/claims-service /keys/payer-gateway /keys/followup-service
COPY --chown=openrcm deploy/docker/start-service deploy/docker/make-keys /opt/openrcm/
COPY --chown=openrcm ${SERVICE}/target/quarkus-app /opt/openrcm/app
USER openrcm
WORKDIR /opt/openrcm
VOLUME /exchange
ENTRYPOINT ["/opt/openrcm/start-service"]

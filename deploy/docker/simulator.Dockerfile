FROM eclipse-temurin:25-jdk
RUN useradd --system --create-home --uid 10001 openrcm && install -d -o openrcm /exchange /data
COPY --chown=openrcm deploy/payer-simulator/target/openrcm-payer-simulator.jar /opt/openrcm/payer-simulator.jar
USER openrcm
VOLUME ["/exchange", "/data"]
ENTRYPOINT ["java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", "/opt/openrcm/payer-simulator.jar"]

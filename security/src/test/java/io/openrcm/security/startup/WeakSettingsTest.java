package io.openrcm.security.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakSettingsTest {

    private static final Map<String, String> STRONG = Map.ofEntries(
            Map.entry("quarkus.oidc.auth-server-url", "https://login.example/realms/openrcm"),
            Map.entry("quarkus.oidc.token.audience", "claims-service"),
            Map.entry("quarkus.http.insecure-requests", "disabled"),
            Map.entry("quarkus.http.tls-configuration-name", "server"),
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/claims?sslmode=verify-full"),
            Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail", "false"),
            Map.entry("quarkus.datasource.username", "claims"),
            Map.entry("quarkus.datasource.password", "0f3a9c71d2e84b65aa10"),
            Map.entry("quarkus.flyway.username", "claims_owner"),
            Map.entry("quarkus.flyway.password", "77c1b0e94d2f4a51b3de"),
            Map.entry("kafka.security.protocol", "SASL_SSL"),
            Map.entry("kafka.sasl.jaas.config", kafkaLogin("90d1c2b3a4f5e6d7c8b9")),
            Map.entry("openrcm.keys.folder", "/etc/openrcm/keys"),
            Map.entry("openrcm.audit.checkpoint-folder", "/var/lib/openrcm/checkpoints"),
            Map.entry("openrcm.access.required-acr", "2"));

    @Test
    void whatIsStrongIsNotRefused() {
        assertThat(weaknesses(List.of("prod"), STRONG)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            quarkus.oidc.auth-server-url, http://login.example/realms/openrcm
            quarkus.oidc.auth-server-url, -
            quarkus.oidc.tenant-enabled, false
            quarkus.oidc.tls.verification, none
            quarkus.tls.trust-all, true
            quarkus.oidc.token.audience, -
            quarkus.http.insecure-requests, enabled
            quarkus.http.insecure-requests, -
            quarkus.http.tls-configuration-name, -
            quarkus.datasource.jdbc.url, jdbc:postgresql://db.example/claims
            quarkus.datasource.jdbc.url, jdbc:postgresql://db.example/claims?sslmode=require
            quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail, true
            quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail, -
            quarkus.flyway.username, -
            quarkus.flyway.username, claims
            kafka.security.protocol, PLAINTEXT
            kafka.security.protocol, SASL_PLAINTEXT
            kafka.security.protocol, -
            kafka.sasl.jaas.config, -
            kafka.sasl.jaas.config, 'Login required username="claims-service" password="short";'
            kafka.sasl.jaas.config, 'Login required username="claims-service" password="claims-service-1";'
            kafka.ssl.endpoint.identification.algorithm, ''
            openrcm.keys.folder, -
            openrcm.seed-demo, true
            openrcm.events.unsealed, accept
            openrcm.audit.sealer.enabled, false
            openrcm.audit.checkpoint-folder, -
            openrcm.access.required-acr, -
            quarkus.hibernate-orm.log.sql, true
            quarkus.hibernate-orm.log.bind-parameters, true
            quarkus.log.level, DEBUG
            quarkus.log.level, trace
            quarkus.datasource.password, short
            quarkus.datasource.password, claims-claims-claims
            quarkus.datasource.password, Password-2026-Password
            quarkus.flyway.password, changeitchangeit
            quarkus.flyway.password, -
            """)
    void eachWeakSettingIsRefusedWithOneSentenceThatNamesIt(String name, String value) {
        var weak = new HashMap<>(STRONG);
        if (value.equals("-")) {
            weak.remove(name);
        } else {
            weak.put(name, value);
        }

        var found = weaknesses(List.of("prod"), weak);

        assertThat(found)
                .singleElement()
                .asString()
                .contains(name.substring(name.lastIndexOf('.') + 1))
                .endsWith(".");
    }

    @Test
    void whoShowsKafkaACertificateNeedsNoPassword() {
        var certificate = new HashMap<>(STRONG);
        certificate.remove("kafka.sasl.jaas.config");
        certificate.put("kafka.security.protocol", "SSL");
        certificate.put("kafka.ssl.keystore.location", "/etc/openrcm/claims-service.pem");

        assertThat(weaknesses(List.of("prod"), certificate)).isEmpty();
    }

    @Test
    void aProfileThatNobodyKnowsIsAsStrictAsProd() {
        assertThat(weaknesses(List.of("staging"), Map.of())).isNotEmpty();
        assertThat(weaknesses(List.of("staging", "local"), Map.of())).isNotEmpty();
        assertThat(weaknesses(List.of(), Map.of())).isNotEmpty();
    }

    @Test
    void theLocalProfileIsForLoopbackOnly() {
        var loopback = Map.of("quarkus.http.host", "127.0.0.1", "quarkus.management.host", "127.0.0.1");

        assertThat(weaknesses(List.of("local"), loopback)).isEmpty();
        assertThat(weaknesses(
                        List.of("local"), Map.of("quarkus.http.host", "0.0.0.0", "quarkus.management.host", "::1")))
                .containsExactly("quarkus.http.host must be 127.0.0.1 in the profile local, which asks less.");
        assertThat(weaknesses(List.of("local"), Map.of())).hasSize(2);
    }

    private static String kafkaLogin(String password) {
        return "Login required username=\"claims-service\" password=\"" + password + "\";";
    }

    private static List<String> weaknesses(List<String> profiles, Map<String, String> settings) {
        return WeakSettings.of(profiles, name -> Optional.ofNullable(settings.get(name)));
    }
}

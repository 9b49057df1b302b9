package io.openrcm.security.startup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is too weak in a configuration to work with real patients' records: one sentence for each, naming the setting. */
final class WeakSettings {

    /** Where less is asked: nobody's real records are there, and nobody from outside gets there. */
    private static final Set<String> LENIENT = Set.of("local", "test", "dev");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private static final Set<String> ENCRYPTED_KAFKA = Set.of("SASL_SSL", "SSL");

    private static final int SHORTEST_PASSWORD = 16;

    /** What anybody would try, alone or repeated until it is long enough. */
    private static final Set<String> TRIED_FIRST =
            Set.of("password", "secret", "changeit", "changeme", "openrcm", "postgres", "admin", "123456");

    private static final String STRENGTH =
            SHORTEST_PASSWORD + " characters or more and not contain the user's name or a word that anybody would try";

    private static final Pattern KAFKA_USER = Pattern.compile("\\busername=\"([^\"]*)\"");

    private static final Pattern KAFKA_PASSWORD = Pattern.compile("\\bpassword=\"([^\"]*)\"");

    private static final List<Function<Settings, Optional<String>>> RULES = List.of(
            settings -> settings.unless(
                    settings.text("quarkus.oidc.auth-server-url").startsWith("https://"),
                    "quarkus.oidc.auth-server-url must be the https address of the identity provider"),
            settings -> settings.unless(
                    settings.isOff("quarkus.oidc.tenant-enabled", "false"),
                    "quarkus.oidc.tenant-enabled must not be false: every call needs a token"),
            settings -> settings.unless(
                    settings.isOff("quarkus.oidc.tls.verification", "none")
                            && settings.isOff("quarkus.tls.trust-all", "true"),
                    "quarkus.oidc.tls.verification must not be none, nor quarkus.tls.trust-all true"),
            settings -> settings.unless(
                    settings.text("quarkus.oidc.token.audience").length() > 1,
                    "quarkus.oidc.token.audience must name this service"),
            settings -> settings.unless(
                    settings.is("quarkus.http.insecure-requests", "disabled"),
                    "quarkus.http.insecure-requests must be disabled: calls come over TLS only"),
            settings -> settings.unless(
                    !settings.text("quarkus.http.tls-configuration-name").isEmpty()
                            || !settings.text("quarkus.http.ssl.certificate.files")
                                    .isEmpty()
                            || !settings.text("quarkus.http.ssl.certificate.key-store-file")
                                    .isEmpty(),
                    "quarkus.http.tls-configuration-name must name the certificate to serve with"),
            settings -> settings.unless(
                    settings.text("quarkus.datasource.jdbc.url").contains("sslmode=verify-full"),
                    "quarkus.datasource.jdbc.url must ask for sslmode=verify-full"),
            settings -> settings.unless(
                    settings.is("quarkus.datasource.jdbc.additional-jdbc-properties.logservererrordetail", "false")
                            || settings.is(
                                    "quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail", "false"),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail must be false: rows would get into logs"),
            settings -> settings.unless(
                    !settings.text("quarkus.flyway.username").isEmpty()
                            && !settings.text("quarkus.flyway.username")
                                    .equals(settings.text("quarkus.datasource.username")),
                    "quarkus.flyway.username must be the owner of the tables and another than quarkus.datasource.username"),
            settings -> settings.unless(
                    ENCRYPTED_KAFKA.contains(settings.text("kafka.security.protocol")),
                    "kafka.security.protocol must be SASL_SSL or SSL"),
            settings -> settings.unless(
                    !settings.text("kafka.sasl.jaas.config").isEmpty() || settings.showsKafkaACertificate(),
                    "kafka.sasl.jaas.config must say which user of Kafka this service is, or kafka.ssl.keystore.location with SSL"),
            settings -> settings.unless(
                    settings.value("kafka.ssl.endpoint.identification.algorithm")
                            .map(algorithm -> !algorithm.isBlank())
                            .orElse(true),
                    "kafka.ssl.endpoint.identification.algorithm must not be empty: the broker's name would not be checked"),
            settings -> settings.unless(
                    !settings.text("openrcm.keys.folder").isEmpty(),
                    "openrcm.keys.folder must name the folder of the keys"),
            settings -> settings.unless(
                    settings.isOff("openrcm.seed-demo", "true"),
                    "openrcm.seed-demo must not be true: it invents payers"),
            settings -> settings.unless(
                    settings.isOff("openrcm.events.unsealed", "accept"),
                    "openrcm.events.unsealed must not be accept: patients' data would be taken unsealed"),
            settings -> settings.unless(
                    settings.isOff("openrcm.audit.sealer.enabled", "false"),
                    "openrcm.audit.sealer.enabled must not be false: the audit trail would not be sealed"),
            settings -> settings.unless(
                    !settings.text("openrcm.audit.checkpoint-folder").isEmpty(),
                    "openrcm.audit.checkpoint-folder must name a folder outside of the database"),
            settings -> settings.unless(
                    !settings.text("openrcm.access.required-acr").isEmpty(),
                    "openrcm.access.required-acr must name the authentication context that stands for a second factor"),
            settings -> settings.unless(
                    settings.isOff("quarkus.hibernate-orm.log.bind-parameters", "true")
                            && settings.isOff("quarkus.hibernate-orm.log.sql", "true"),
                    "quarkus.hibernate-orm.log.sql and log.bind-parameters must not be true: rows would get into logs"),
            settings -> settings.unless(
                    settings.isOff("quarkus.log.level", "DEBUG") && settings.isOff("quarkus.log.level", "TRACE"),
                    "quarkus.log.level must not be below INFO: calls and rows would get into logs"),
            settings -> weakPassword(settings, "quarkus.datasource"),
            settings -> weakPassword(settings, "quarkus.flyway"),
            WeakSettings::weakKafkaPassword);

    private WeakSettings() {}

    /** Reads settings by name, as configuration has them. */
    @FunctionalInterface
    interface Settings {

        Optional<String> value(String name);

        default String text(String name) {
            return value(name).orElse("");
        }

        default boolean is(String name, String wanted) {
            return text(name).equalsIgnoreCase(wanted);
        }

        default boolean isOff(String name, String unwanted) {
            return !is(name, unwanted);
        }

        default boolean showsKafkaACertificate() {
            return is("kafka.security.protocol", "SSL")
                    && !text("kafka.ssl.keystore.location").isEmpty();
        }

        default Optional<String> unless(boolean strong, String sentence) {
            return strong ? Optional.empty() : Optional.of(sentence + ".");
        }
    }

    /** Every weakness under these profiles, the first that is active being the one that counts; empty when there is none. */
    static List<String> of(List<String> profiles, Settings settings) {
        if (areLenient(profiles)) {
            return profiles.contains("local") ? outsideOfLoopback(settings) : List.of();
        }
        return RULES.stream()
                .map(rule -> rule.apply(settings))
                .flatMap(Optional::stream)
                .toList();
    }

    static boolean areLenient(List<String> profiles) {
        return !profiles.isEmpty() && LENIENT.containsAll(profiles);
    }

    private static List<String> outsideOfLoopback(Settings settings) {
        return Stream.of("quarkus.http.host", "quarkus.management.host")
                .filter(name -> !LOOPBACK.contains(settings.value(name).orElse("0.0.0.0")))
                .map(name -> name + " must be 127.0.0.1 in the profile local, which asks less.")
                .toList();
    }

    private static Optional<String> weakPassword(Settings settings, String of) {
        return settings.unless(
                isStrong(settings.text(of + ".password"), settings.text(of + ".username")),
                of + ".password must have " + STRENGTH);
    }

    /** Users who show a certificate have none. */
    private static Optional<String> weakKafkaPassword(Settings settings) {
        var login = settings.text("kafka.sasl.jaas.config");
        var password = KAFKA_PASSWORD.matcher(login);
        var user = KAFKA_USER.matcher(login);
        return settings.unless(
                !password.find() || isStrong(password.group(1), user.find() ? user.group(1) : ""),
                "kafka.sasl.jaas.config must have a password with " + STRENGTH);
    }

    private static boolean isStrong(String password, String user) {
        var letters = password.toLowerCase(Locale.ROOT);
        return password.length() >= SHORTEST_PASSWORD
                && (user.isEmpty() || !letters.contains(user.toLowerCase(Locale.ROOT)))
                && TRIED_FIRST.stream().noneMatch(letters::contains);
    }
}

package io.openrcm.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.security.sealing.Keysets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged services, in the profile they have when nobody says another, against servers that speak TLS. */
class RefusedStartTest {

    private static final int FAULT_OF_CONFIGURATION = 78;

    private static final PackagedService CODING = PackagedService.of("coding-service");
    private static final PackagedService CLAIMS = PackagedService.of("claims-service");

    @TempDir
    static Path folder;

    private static StrongInstallation installation;
    private static ExecutorService twoAtATime;

    /** One setting of a strong configuration made weak; null takes it away. The sentence says what is asked for. */
    private record Weakness(PackagedService service, String setting, String value, String sentence) {

        @Override
        public String toString() {
            return service.name() + " with " + setting + "=" + value;
        }
    }

    private static final Map<PackagedService, Future<StrongInstallation.Served>> SERVING = new LinkedHashMap<>();
    private static final Map<Weakness, Future<PackagedService.End>> REFUSED = new LinkedHashMap<>();

    static Stream<Weakness> weaknesses() {
        return Stream.concat(
                PackagedService.ALL.stream().flatMap(RefusedStartTest::ofEveryService),
                Stream.of(
                        new Weakness(CODING, "quarkus.oidc.tenant-enabled", "false", "must not be false"),
                        new Weakness(CODING, "quarkus.http.ssl.certificate.files", null, "must name the certificate"),
                        new Weakness(CODING, "quarkus.datasource.password", "coding", "16 characters"),
                        new Weakness(CODING, "quarkus.flyway.password", "changeitchangeit", "anybody would try"),
                        new Weakness(CODING, "kafka.security.protocol", "PLAINTEXT", "must be SASL_SSL or SSL"),
                        new Weakness(CODING, "kafka.sasl.jaas.config", null, "which user of Kafka"),
                        new Weakness(CODING, "openrcm.access.required-acr", null, "second factor")));
    }

    private static Stream<Weakness> ofEveryService(PackagedService service) {
        var plain = installation
                .settings(service)
                .get("quarkus.datasource.jdbc.url")
                .replaceFirst("\\?.*", "");
        return Stream.of(
                new Weakness(service, "quarkus.oidc.auth-server-url", null, "https address of the identity provider"),
                new Weakness(service, "quarkus.http.insecure-requests", "enabled", "calls come over TLS only"),
                new Weakness(service, "quarkus.datasource.jdbc.url", plain, "sslmode=verify-full"));
    }

    @BeforeAll
    static void startThemAll() throws IOException {
        installation = new StrongInstallation(folder);
        twoAtATime = Executors.newFixedThreadPool(2);
        PackagedService.ALL.forEach(
                service -> SERVING.put(service, twoAtATime.submit(() -> installation.serve(service))));
        weaknesses().forEach(weakness -> REFUSED.put(weakness, twoAtATime.submit(() -> start(weakness))));
    }

    @AfterAll
    static void stopTheServers() throws IOException {
        twoAtATime.shutdownNow();
        installation.close();
    }

    @ParameterizedTest
    @MethodSource("weaknesses")
    void aWeakSettingEndsTheStartWithOneSentenceThatNamesIt(Weakness weakness) throws Exception {
        var end = REFUSED.get(weakness).get();

        assertRefused(
                end,
                weakness.setting().replace("ssl.certificate.files", "tls-configuration-name"),
                weakness.sentence());
    }

    static List<PackagedService> services() {
        return PackagedService.ALL;
    }

    @ParameterizedTest
    @MethodSource("services")
    void aStrongInstallationStartsAndServesOverTlsOnly(PackagedService service) throws Exception {
        var served = SERVING.get(service).get();

        assertThat(served.overTls()).isEqualTo(401);
        assertThat(served.inTheOpen()).isFalse();
    }

    @Test
    void keysThatWereMadeForLocalUseAreRefused() throws Exception {
        var keys = folder.resolve("keys/local");
        var _ = Keysets.create(keys, Optional.empty());
        Keysets.in(keys).markForLocalUse();
        var settings = installation.settings(CODING);
        settings.put("openrcm.keys.folder", keys.toString());

        var end = CODING.refusedStart(settings, installation.home("local-keys"));

        assertRefused(end, "openrcm.keys.folder", keys.toString());
    }

    @Test
    void aTableWithoutRowSecurityIsRefused() throws Exception {
        var _ = SERVING.get(CODING).get();
        installation.inDatabase(CODING, "alter table encounter disable row level security");

        var end = CODING.refusedStart(installation.settings(CODING), installation.home("row-security"));

        assertRefused(end, "table encounter", "row security");
    }

    /** The database's clock cannot be set from here; for the service's login another function of the same name stands before it. */
    @Test
    void aClockThatIsMoreThanAMinuteOffIsRefused() throws Exception {
        var _ = SERVING.get(CLAIMS).get();
        installation.inDatabase(CLAIMS, """
                create function public.clock_timestamp() returns timestamptz language sql
                return pg_catalog.clock_timestamp() + interval '62 seconds'""");
        installation.inDatabase(CLAIMS, "alter role claims set search_path to public, pg_catalog");

        var end = CLAIMS.refusedStart(installation.settings(CLAIMS), installation.home("clock"));

        assertRefused(end, "clocks of service and database", "60 s");
    }

    private static PackagedService.End start(Weakness weakness) throws IOException, InterruptedException {
        var settings = installation.settings(weakness.service());
        if (weakness.value() == null) {
            settings.remove(weakness.setting());
        } else {
            settings.put(weakness.setting(), weakness.value());
        }
        return weakness.service()
                .refusedStart(settings, installation.home(weakness.service().name() + "-" + weakness.setting()));
    }

    private static void assertRefused(PackagedService.End end, String... words) {
        assertThat(end.exitCode()).as(String.join("\n", end.log())).isEqualTo(FAULT_OF_CONFIGURATION);
        assertThat(end.log().stream().filter(line -> line.contains("Refused to start:")))
                .singleElement()
                .asString()
                .contains(words)
                .endsWith(".");
        assertThat(end.log().stream().dropWhile(line -> !line.contains("Refused to start:")))
                .as("nothing but the sentence: no stack trace, no listener, no port that was asked for and taken")
                .noneMatch(line -> line.startsWith("\tat ") || line.contains("Listening on"))
                .hasSizeLessThan(4);
    }
}

package io.openrcm.servers.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.openrcm.servers.KafkaLogin;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    static Path folder;

    private static ServersProcess servers;
    private static Path otherAuthority;

    @BeforeAll
    static void serversWithCertificates() throws IOException {
        otherAuthority = Certificates.keptIn(folder.resolve("other")).authority();
        servers = ServersProcess.start("--tls", folder.resolve("tls").toString(), "--databases", "claims");
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @Test
    void postgresShowsACertificateThatClientsCanVerifyAndEncryptsTheWay() throws SQLException {
        assertEquals("TLSv1.3", tlsVersion(servers.addresses().databaseUrl("claims")));
        assertEquals("TLSv1.3", tlsVersion(servers.addresses().databaseUrl("claims") + "&channelBinding=require"));
    }

    @Test
    void postgresLetsNobodyInWithoutTls() {
        var refused = assertThrows(
                SQLException.class, () -> tlsVersion(servers.addresses().postgres() + "claims?sslmode=disable"));

        assertEquals("28000", refused.getSQLState());
    }

    @Test
    void aClientThatTrustsAnotherAuthorityRefusesPostgres() {
        var url = servers.addresses().postgres() + "claims?sslmode=verify-full&sslrootcert=" + otherAuthority;

        var refused = assertThrows(SQLException.class, () -> tlsVersion(url));

        assertInstanceOf(SSLException.class, refused.getCause());
    }

    @Test
    void kafkaShowsACertificateThatClientsCanVerify() throws Exception {
        assertTrue(!cluster(servers.addresses().kafkaClient()).isEmpty());
    }

    @Test
    void kafkaLetsNobodyInWithoutTls() {
        var password = servers.addresses().kafkaPassword();
        var settings = new HashMap<String, Object>(KafkaLogin.properties("admin", password, false));
        settings.put("bootstrap.servers", servers.addresses().kafka());
        settings.put("default.api.timeout.ms", 2_000);
        settings.put("request.timeout.ms", 1_000);

        var refused = assertThrows(ExecutionException.class, () -> cluster(settings));

        assertInstanceOf(TimeoutException.class, refused.getCause());
    }

    @Test
    void aClientThatTrustsAnotherAuthorityRefusesKafka() {
        var settings = servers.addresses().kafkaClient();
        settings.put("ssl.truststore.location", otherAuthority.toString());

        var refused = assertThrows(ExecutionException.class, () -> cluster(settings));

        assertInstanceOf(SslAuthenticationException.class, refused.getCause());
    }

    @Test
    void certificatesAreMadeOnceAndTheirKeysAreTheOwnersAlone() throws Exception {
        var kept = Certificates.keptIn(folder.resolve("kept"));
        var first = Files.readString(kept.of("postgres"));
        var authority = Files.readString(kept.authority());

        var again = Certificates.keptIn(folder.resolve("kept"));

        assertEquals(first, Files.readString(again.of("postgres")));
        assertEquals(authority, Files.readString(again.authority()));
        assertTrue(first.contains(authority.strip()), "the server's file ends with its authority's certificate");
        assertEquals(
                PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(folder.resolve("kept")));
        try (var files = Files.list(folder.resolve("kept"))) {
            for (var file : files.toList()) {
                assertEquals(
                        PosixFilePermissions.fromString("rw-------"),
                        Files.getPosixFilePermissions(file),
                        file.toString());
            }
        }
    }

    @Test
    void aTrustStoreHoldsTheAuthorityAndNoKey() throws Exception {
        var kept = folder.resolve("kept");
        var _ = Certificates.keptIn(kept).authority();

        var trust = KeyStore.getInstance(
                kept.resolve("trust.p12").toFile(),
                Files.readString(kept.resolve("trust.password")).toCharArray());

        assertEquals(1, trust.size());
        assertTrue(trust.isCertificateEntry(trust.aliases().nextElement()));
    }

    private static String tlsVersion(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url, "claims", servers.addresses().adminPassword());
                var rows = connection
                        .createStatement()
                        .executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String cluster(Map<String, Object> settings) throws Exception {
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get();
        }
    }
}

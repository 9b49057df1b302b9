package io.openrcm.servers.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    Path folder;

    private KafkaSettings settings;

    @BeforeEach
    void portsOfItsOwn() throws IOException {
        settings = new KafkaSettings(folder.resolve("kafka"), false, freePort(), freePort(), freePort(), null);
    }

    @Test
    void aLogFolderFromBeforeThereWereAccountsIsUsedAsItIsAndNobodyEntersItWithoutOne() throws Exception {
        withoutAccounts();

        try (var _ = LocalKafka.start(settings, Map.of("admin", "secret", "claims-service", "another"))) {
            assertEquals(Set.of("kept"), topics("admin", "secret"));
            assertEquals(Set.of(), topics("claims-service", "another"));
            assertRefused("admin", "another");
        }
    }

    @Test
    void aPasswordThatHasChangedOpensAndTheFormerOneDoesNot() throws Exception {
        try (var _ = LocalKafka.start(settings, Map.of("admin", "former", "claims-service", "former"))) {
            assertEquals(Set.of(), topics("claims-service", "former"));
        }

        try (var _ = LocalKafka.start(settings, Map.of("admin", "present", "claims-service", "present"))) {
            assertEquals(Set.of(), topics("admin", "present"));
            assertRefused("admin", "former");
            assertRefused("claims-service", "former");
        }
    }

    @Test
    void aRightThatIsNotInTheTableIsTakenAway() throws Exception {
        var passwords = Map.of("admin", "secret", "claims-service", "secret");
        var surplus = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "payer-events", PatternType.LITERAL),
                new AccessControlEntry("User:claims-service", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var _ = LocalKafka.start(settings, passwords);
                var admin = admin("admin", "secret")) {
            admin.createAcls(List.of(surplus)).all().get();
        }

        try (var _ = LocalKafka.start(settings, passwords);
                var admin = admin("admin", "secret")) {
            assertEquals(
                    KafkaAccounts.rights(),
                    Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get()));
        }
    }

    @Test
    void theListenersForBrokerAndControllerThemselvesAskForAPasswordToo() throws Exception {
        try (var _ = LocalKafka.start(settings, Map.of("admin", "secret"))) {
            var guessed = settings.insideClient("guess");
            assertInstanceOf(SaslAuthenticationException.class, refusal(guessed));
            guessed.remove("bootstrap.servers");
            guessed.put("bootstrap.controllers", "127.0.0.1:" + settings.controllerPort());
            assertInstanceOf(SaslAuthenticationException.class, refusal(guessed));
        }
    }

    @Test
    void noPasswordStaysInAFileOfKafkas() throws Exception {
        var secret = "a-secret-that-nobody-else-has";
        try (var _ = LocalKafka.start(settings, Map.of("admin", secret))) {
            assertEquals(Set.of(), topics("admin", secret));
        }

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(!content.contains(secret), file.toString());
            }
        }
    }

    /** As an earlier version did: formatted and run without any account. */
    private void withoutAccounts() throws Exception {
        var open = new Properties();
        open.putAll(settings.toProperties("unused"));
        open.keySet()
                .removeIf(
                        key -> key.toString().contains("sasl") || key.toString().contains("authorizer"));
        open.remove("super.users");
        open.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        var file = folder.resolve("open.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            open.store(writer, null);
        }
        var id = Uuid.randomUuid().toString();
        assertEquals(
                0,
                StorageTool.execute(
                        new String[] {"format", "--cluster-id", id, "--config", file.toString()}, System.out));
        var server = new KafkaRaftServer(KafkaConfig.fromProps(open), Time.SYSTEM);
        server.startup();
        try (var admin = Admin.create(Map.of("bootstrap.servers", settings.broker()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private Set<String> topics(String user, String password) throws Exception {
        try (var admin = admin(user, password)) {
            return admin.listTopics().names().get();
        }
    }

    private Admin admin(String user, String password) throws IOException {
        return Admin.create(settings.client(user, password));
    }

    private void assertRefused(String user, String password) throws IOException {
        assertInstanceOf(SaslAuthenticationException.class, refusal(settings.client(user, password)));
    }

    private static Throwable refusal(Map<String, Object> client) {
        try (var admin = Admin.create(client)) {
            return assertThrows(
                            ExecutionException.class,
                            () -> admin.describeCluster().clusterId().get())
                    .getCause();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

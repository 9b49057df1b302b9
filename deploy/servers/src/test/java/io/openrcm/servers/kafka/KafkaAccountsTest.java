package io.openrcm.servers.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.openrcm.servers.KafkaLogin;
import io.openrcm.servers.Passwords;
import io.openrcm.servers.ServersProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaAccountsTest {

    private static final List<String> TOPICS =
            List.of("coding-events", "claim-events", "payer-events", "followup-events", "audit-checkpoints");

    @TempDir
    static Path folder;

    private static ServersProcess servers;

    @BeforeAll
    static void oneMessageInEveryTopic() throws Exception {
        servers = ServersProcess.start("--data", folder.toString());
        for (var topic : TOPICS) {
            write("admin", topic);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            coding-service   | coding-events audit-checkpoints   | ''
            claims-service   | claim-events audit-checkpoints    | coding-events payer-events followup-events
            payer-gateway    | payer-events audit-checkpoints    | claim-events
            followup-service | followup-events audit-checkpoints | claim-events
            """)
    void aServiceWritesItsOwnTopicAndReadsThoseItListensToAndNoOther(String service, String written, String heard)
            throws Exception {
        for (var topic : TOPICS) {
            if (Set.of(written.split(" ")).contains(topic)) {
                write(service, topic);
            } else {
                var refused = assertThrows(ExecutionException.class, () -> write(service, topic), topic);
                assertInstanceOf(TopicAuthorizationException.class, refused.getCause(), topic);
            }
            if (Set.of(heard.split(" ")).contains(topic)) {
                read(service, topic);
            } else {
                assertThrows(TopicAuthorizationException.class, () -> read(service, topic), topic);
            }
        }
    }

    @Test
    void aServiceReadsInItsOwnGroupOnly() {
        var first = readInGroup("claims-service", "claims-service", "coding-events");
        assertEquals("a message", first);

        assertThrows(
                GroupAuthorizationException.class,
                () -> readInGroup("claims-service", "followup-service", "coding-events"));
    }

    @Test
    void aServiceChangesNothingAboutKafkaItself() throws Exception {
        try (var admin = Admin.create(client("claims-service"))) {
            assertRefused(
                    TopicAuthorizationException.class,
                    () -> admin.createTopics(List.of(new NewTopic("own", 1, (short) 1)))
                            .all()
                            .get());
            assertRefused(
                    TopicAuthorizationException.class,
                    () -> admin.deleteTopics(List.of("claim-events")).all().get());
            assertRefused(
                    ClusterAuthorizationException.class,
                    () -> admin.describeAcls(AclBindingFilter.ANY).values().get());
            assertRefused(
                    ClusterAuthorizationException.class,
                    () -> admin.createAcls(KafkaAccounts.rights()).all().get());
            assertRefused(
                    ClusterAuthorizationException.class,
                    () -> admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                                    "admin", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "taken")))
                            .all()
                            .get());
            assertEquals(
                    Set.of("coding-events", "claim-events", "payer-events", "followup-events", "audit-checkpoints"),
                    admin.listTopics().names().get());
        }
    }

    @Test
    void nobodyEntersWithAnothersPasswordOrWithoutOne() throws Exception {
        var address = servers.addresses().kafka();
        var claims = Passwords.keptIn(folder.resolve("secrets")).of("kafka-claims-service");

        assertRefused(SaslAuthenticationException.class, () -> cluster(client("payer-gateway", claims)));
        assertRefused(SaslAuthenticationException.class, () -> cluster(client("admin", "guess")));
        assertRefused(SaslAuthenticationException.class, () -> cluster(client("stranger", claims)));
        assertRefused(
                TimeoutException.class,
                () -> cluster(Map.of(
                        "bootstrap.servers", address, "default.api.timeout.ms", 2_000, "request.timeout.ms", 1_000)));
    }

    private interface Question {
        Object ask() throws Exception;
    }

    private static void assertRefused(Class<? extends Exception> why, Question question) {
        var refused = assertThrows(ExecutionException.class, question::ask);
        assertInstanceOf(why, refused.getCause());
    }

    private static Map<String, Object> client(String user) throws IOException {
        return client(user, Passwords.keptIn(folder.resolve("secrets")).of("kafka-" + user));
    }

    private static Map<String, Object> client(String user, String password) {
        var settings = new HashMap<String, Object>(KafkaLogin.properties(user, password, false));
        settings.put("bootstrap.servers", servers.addresses().kafka());
        return settings;
    }

    private static String cluster(Map<String, Object> settings) throws Exception {
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void write(String user, String topic) throws Exception {
        try (var producer =
                new KafkaProducer<String, String>(client(user), new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, 0, "key", "a message"))
                    .get();
        }
    }

    private static String read(String user, String topic) throws IOException {
        try (var consumer = consumer(client(user))) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return first(consumer);
        }
    }

    private static String readInGroup(String user, String group, String topic) {
        try {
            var settings = client(user);
            settings.put("group.id", group);
            try (var consumer = consumer(settings)) {
                consumer.subscribe(List.of(topic));
                return first(consumer);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        var fromTheBeginning = new HashMap<>(settings);
        fromTheBeginning.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(fromTheBeginning, new StringDeserializer(), new StringDeserializer());
    }

    private static String first(KafkaConsumer<String, String> consumer) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> consumer.poll(Duration.ofMillis(200)), records -> !records.isEmpty())
                .iterator()
                .next()
                .value();
    }
}

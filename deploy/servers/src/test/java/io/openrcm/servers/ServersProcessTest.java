package io.openrcm.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersProcessTest {

    @TempDir
    Path folder;

    @Test
    void bothServersAnswerAndStopWhenTheirParentLetsGo() throws Exception {
        var servers = ServersProcess.start("--databases", "coding,claims");
        var addresses = servers.addresses();
        try (servers) {
            assertEquals("coding", whoAmI(addresses, "coding", "coding", addresses.adminPassword()));
            assertEquals("coding_owner", whoAmI(addresses, "coding", "coding_owner", addresses.adminPassword()));
            send(addresses, "claim-events", 15, "first");
            assertEquals(List.of("first"), received(addresses, "claim-events", 15));
        }
        assertThrows(ConnectException.class, () -> connect(addresses.kafka()));
        assertThrows(ConnectException.class, () -> connect(hostAndPort(addresses.postgres())));
    }

    @Test
    void rowsAndMessagesAreThereAfterARestart() throws Exception {
        var args = new String[] {"--data", folder.toString(), "--durable", "true", "--databases", "coding"};
        try (var servers = ServersProcess.start(args)) {
            send(servers.addresses(), "coding-events", 0, "before");
            run(servers.addresses(), "create table kept as select 1 as one");
        }

        try (var servers = ServersProcess.start(args)) {
            assertEquals(List.of("before"), received(servers.addresses(), "coding-events", 0));
            assertEquals("1", run(servers.addresses(), "select one from kept"));
            assertEquals("on", run(servers.addresses(), "show fsync"));
        }
    }

    @Test
    void postgresStopsEvenWhenTheProcessThatStartedItIsKilled() throws Exception {
        var servers = ServersProcess.start();

        assertTrue(servers.handle().destroyForcibly());

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThrows(
                        ConnectException.class,
                        () -> connect(hostAndPort(servers.addresses().postgres()))));
    }

    @Test
    void aPortInUseIsNamedInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());

            var refused = assertThrows(IOException.class, () -> ServersProcess.start("--kafka-port", port));

            assertTrue(refused.getMessage().contains("port " + port + " for Kafka is in use"), refused.getMessage());
        }
    }

    private String run(ServerAddresses addresses, String sql) throws SQLException, IOException {
        var password = Files.readString(folder.resolve("secrets/coding_owner"));
        try (var connection = DriverManager.getConnection(addresses.databaseUrl("coding"), "coding_owner", password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }

    private static String whoAmI(ServerAddresses addresses, String database, String login, String password)
            throws SQLException {
        try (var connection = DriverManager.getConnection(addresses.databaseUrl(database), login, password);
                var rows = connection.createStatement().executeQuery("select current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void send(ServerAddresses addresses, String topic, int partition, String value) throws Exception {
        try (var producer = new KafkaProducer<String, String>(
                addresses.kafkaClient(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, "key", value)).get();
        }
    }

    private static List<String> received(ServerAddresses addresses, String topic, int partition) {
        var values = new ArrayList<String>();
        var settings = new HashMap<>(addresses.kafkaClient());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<String, String>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, partition)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
                return !values.isEmpty();
            });
        }
        return values;
    }

    private static String hostAndPort(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getAuthority();
    }

    private static void connect(String hostAndPort) throws IOException {
        var at = URI.create("tcp://" + hostAndPort);
        new Socket(at.getHost(), at.getPort()).close();
    }
}

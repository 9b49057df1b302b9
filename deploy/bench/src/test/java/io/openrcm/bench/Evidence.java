package io.openrcm.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.openrcm.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a running stack has written, said or keeps. */
final class Evidence {

    /** Where the stack keeps what is about patients, for those who may see it: looked at by other means, or the payers' own. */
    private static final Set<String> ELSEWHERE = Set.of("data", "exchange", "secrets");

    private final LocalStack stack;
    private final Databases databases;
    private final Path home;

    Evidence(LocalStack stack, Databases databases, Path home) {
        this.stack = stack;
        this.databases = databases;
        this.home = home;
    }

    /** Every file that a program wrote, by its name: logs with standard error, and what a JVM leaves when it dies. */
    Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = home.relativize(file);
                if (!ELSEWHERE.contains(name.getName(0).toString())) {
                    found.put(name.toString(), Files.readString(file, ISO_8859_1));
                }
            }
        }
        var postgres = home.resolve("data/postgres/server.log");
        found.put(home.relativize(postgres).toString(), Files.readString(postgres, ISO_8859_1));
        return found;
    }

    /** What each service measures, and what its threads are called. */
    Map<String, String> metricsAndThreads(HttpClient http) throws IOException, InterruptedException {
        var found = new TreeMap<String, String>();
        for (var service : Databases.SERVICES) {
            var request = HttpRequest.newBuilder(URI.create(stack.management(service) + "/q/metrics"))
                    .build();
            found.put(
                    service + " metrics",
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            var process = stack.processes().get(service);
            found.put(service + " threads", run("jcmd", String.valueOf(process.pid()), "Thread.print"));
        }
        return found;
    }

    private static String run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + said);
        }
        return said;
    }

    /** Every message of every topic, the broker's own included: key, headers and value, each kind by topic. */
    Map<String, String> messages() throws Exception {
        var properties = new HashMap<String, Object>(stack.kafkaClient());
        var found = new TreeMap<String, StringBuilder>();
        try (var admin = Admin.create(Map.copyOf(properties));
                var consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.headers().lastHeader(PlantedMessages.PLANTED) == null) {
                        add(found, message);
                    }
                }
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static void add(Map<String, StringBuilder> found, ConsumerRecord<byte[], byte[]> message) {
        var headers = new StringBuilder();
        message.headers()
                .forEach(header -> headers.append(header.key())
                        .append('=')
                        .append(text(header.value()))
                        .append('\n'));
        Map.of("key", text(message.key()), "headers", headers.toString(), "value", text(message.value()))
                .forEach((part, text) -> found.computeIfAbsent(message.topic() + " " + part, _ -> new StringBuilder())
                        .append(text)
                        .append('\n'));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    /** The columns in which a canary is met, as {@code database.table.column}. */
    Set<String> columnsThatTell() {
        var found = new TreeSet<String>();
        for (var database : Databases.NAMES) {
            var columns = databases.rows(database, """
                    select c.table_name, c.column_name, c.data_type from information_schema.columns c
                      join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                    order by 1, 2""");
            for (Object[] column : columns) {
                var name = "\"" + column[1] + "\"";
                var values = databases.rows(
                        database,
                        "select " + (column[2].equals("bytea") ? name : name + "::text") + " from \"" + column[0]
                                + "\" where " + name + " is not null");
                var text = values.stream().map(row -> text(row[0])).collect(Collectors.joining("\n"));
                if (!Canaries.in(text).isEmpty()) {
                    found.add(database + "." + column[0] + "." + column[1]);
                }
            }
        }
        return found;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value.toString();
    }
}

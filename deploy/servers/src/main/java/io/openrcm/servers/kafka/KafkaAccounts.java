package io.openrcm.servers.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who uses Kafka, and for what. Whoever is not in the table does nothing; {@link #ADMIN} does everything. */
public final class KafkaAccounts {

    public static final String ADMIN = "admin";

    /** Every service says in it how far its audit trail reaches; only the administrator reads it. */
    private static final String CHECKPOINTS = "audit-checkpoints";

    // spotless:off
    private static final List<Account> SERVICES = List.of(
            service("coding-service")  .writes("coding-events")  .hears(),
            service("claims-service")  .writes("claim-events")   .hears("coding-events", "payer-events", "followup-events"),
            service("payer-gateway")   .writes("payer-events")   .hears("claim-events"),
            service("followup-service").writes("followup-events").hears("claim-events"));
    // spotless:on

    /** Default of the broker's own tool; a random password of 192 bits needs no more. */
    private static final int SCRAM_ITERATIONS = 4096;

    private static final Duration IN_FORCE_LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private record Account(String user, List<String> written, List<String> heard) {

        Account writes(String topic) {
            return new Account(user, List.of(topic, CHECKPOINTS), heard);
        }

        Account hears(String... topics) {
            return new Account(user, written, List.of(topics));
        }

        /** Whoever hears does so as one group of readers, named as the service. To read or to write includes to see that a topic exists. */
        Stream<AclBinding> rights() {
            var writing = written.stream().map(topic -> may(AclOperation.WRITE, ResourceType.TOPIC, topic));
            var hearing = heard.stream().map(topic -> may(AclOperation.READ, ResourceType.TOPIC, topic));
            var group = heard.isEmpty()
                    ? Stream.<AclBinding>empty()
                    : Stream.of(may(AclOperation.READ, ResourceType.GROUP, user));
            return Stream.of(writing, hearing, group).flatMap(rights -> rights);
        }

        private AclBinding may(AclOperation operation, ResourceType type, String name) {
            return new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
        }
    }

    private KafkaAccounts() {}

    private static Account service(String user) {
        return new Account(user, List.of(), List.of());
    }

    /** The services, each a user of the same name. */
    public static List<String> services() {
        return SERVICES.stream().map(Account::user).toList();
    }

    static Set<AclBinding> rights() {
        return new HashSet<>(SERVICES.stream().flatMap(Account::rights).toList());
    }

    /** Gives each user this password, whatever it was, and makes the rights exactly those of the table. */
    static void establish(Admin admin, Map<String, String> passwords) throws InterruptedException, ExecutionException {
        var info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
        var credentials = new ArrayList<UserScramCredentialAlteration>();
        passwords.forEach((user, password) -> credentials.add(new UserScramCredentialUpsertion(user, info, password)));
        admin.alterUserScramCredentials(credentials).all().get();
        var known = admin.describeAcls(AclBindingFilter.ANY).values().get();
        var missing = rights();
        missing.removeAll(known);
        admin.createAcls(missing).all().get();
        var surplus = new HashSet<>(known);
        surplus.removeAll(rights());
        var _ = admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    /** A broker learns of its accounts a moment after they are made; returns when every one of them is in force. */
    static void awaitInForce(KafkaSettings broker, Map<String, String> passwords)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long giveUp = System.nanoTime() + IN_FORCE_LIMIT.toNanos();
        for (var user : passwords.entrySet()) {
            while (!mayEnter(broker.client(user.getKey(), user.getValue()))) {
                pauseUntil(giveUp, user.getKey() + " cannot log in");
            }
        }
        try (var admin = Admin.create(broker.client(ADMIN, Objects.requireNonNull(passwords.get(ADMIN))))) {
            while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .equals(rights())) {
                pauseUntil(giveUp, "the rights are not those of the table");
            }
        }
    }

    private static boolean mayEnter(Map<String, Object> settings) throws InterruptedException, ExecutionException {
        try (var client = Admin.create(settings)) {
            var _ = client.describeCluster().clusterId().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SaslAuthenticationException) {
                return false;
            }
            throw failed;
        }
    }

    private static void pauseUntil(long giveUp, String what) throws InterruptedException, TimeoutException {
        if (System.nanoTime() > giveUp) {
            throw new TimeoutException(what + ", after " + IN_FORCE_LIMIT.toSeconds() + " s");
        }
        Thread.sleep(PAUSE_MILLIS);
    }
}

package io.openrcm.security.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrcm.security.RealServersTest;
import io.openrcm.security.audit.AuditEntry;
import io.openrcm.security.audit.AuditTrail;
import io.openrcm.security.identity.TestDatabase;
import io.openrcm.security.sealing.KeyRing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServersTest
class SealAuditTrailTest {

    @Inject
    DataSource database;

    @Inject
    KeyRing keys;

    @Inject
    AuditTrail trail;

    /** A pool that gets back a connection in the middle of a transaction might commit it. */
    @Test
    void whatFailsInTheServiceBetweenSealsAndCheckpointLeavesNeither() {
        trail.recordApart(AuditEntry.read("claim", "CLM1"));
        var failing = new SealAuditTrail(failingAtTheCheckpoint(database), keys, "security-test");
        var sealedBefore = seals();

        assertThatThrownBy(failing::now).hasMessage("fails here");

        assertThat(seals()).isEqualTo(sealedBefore);
        assertThat(new SealAuditTrail(database, keys, "security-test").now().sealed())
                .isPositive();
        assertThat(seals()).isNotEqualTo(sealedBefore);
    }

    private static String seals() {
        return TestDatabase.column("select count(*) from audit_seal").getFirst();
    }

    private static DataSource failingAtTheCheckpoint(DataSource database) {
        return proxy(DataSource.class, database, answer -> proxy(Connection.class, answer, UnaryOperator.identity()));
    }

    private static <T> T proxy(Class<T> type, Object real, UnaryOperator<Object> wrapped) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("insert into audit_checkpoint")) {
                        throw new IllegalStateException("fails here");
                    }
                    try {
                        var answer = method.invoke(real, arguments);
                        return method.getName().equals("getConnection") ? wrapped.apply(answer) : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}

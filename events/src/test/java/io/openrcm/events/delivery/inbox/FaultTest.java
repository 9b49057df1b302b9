package io.openrcm.events.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.InvalidValue;
import io.openrcm.events.Npi;
import io.openrcm.events.delivery.wire.Undecodable;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private static final String PRIVATE = "Doe, Jo";

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "53100", "40001", "40P01", "25006", "58030"})
    void aDatabaseThatIsAwayOrBusyIsNoMessagesFault(String state) {
        assertThat(Fault.of(deep(new SQLException(PRIVATE, state)))).isEqualTo(Fault.INFRASTRUCTURE);
    }

    @Test
    void aPoolWithoutAConnectionIsNoMessagesFault() {
        assertThat(Fault.of(deep(new SQLException("acquisition timeout")))).isEqualTo(Fault.INFRASTRUCTURE);
    }

    @Test
    void twoAtOnceOnTheSameRowsAreTriedAgain() {
        assertThat(Fault.of(deep(new OptimisticLockException()))).isEqualTo(Fault.CONTENTION);
        assertThat(Fault.of(deep(new StaleStateException("stale")))).isEqualTo(Fault.CONTENTION);
        assertThat(Fault.of(deep(new SQLException(PRIVATE, "23505")))).isEqualTo(Fault.CONTENTION);
        assertThat(Fault.of(deep(new SQLException(PRIVATE, "55P03")))).isEqualTo(Fault.CONTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "23502", "23503", "23514", "22001"})
    void whatTheDatabaseRefusesIsTheMessagesFault(String state) {
        assertThat(Fault.of(deep(new SQLException(PRIVATE, state)))).isEqualTo(Fault.MESSAGE);
    }

    @ParameterizedTest
    @CsvSource({"23502,SQLException/23502", "22001,SQLException/22001"})
    void theCodeSaysNothingAboutAnybody(String state, String code) {
        assertThat(Fault.code(deep(new SQLException(PRIVATE, state)))).isEqualTo(code);
    }

    @Test
    void theCodeIsTheRuleWhereThereIsOne() {
        InvalidValue invalid = null;
        try {
            new Npi("1");
        } catch (InvalidValue thrown) {
            invalid = thrown;
        }

        assertThat(Fault.code(deep(invalid))).isEqualTo("NPI_FORMAT");
        assertThat(Fault.code(new Undecodable(Undecodable.UNKNOWN_TYPE, ""))).isEqualTo("UNKNOWN_TYPE");
        assertThat(Fault.code(deep(new ArithmeticException(PRIVATE)))).isEqualTo("ArithmeticException");
    }

    /** As a failure comes out of a commit. */
    private static RuntimeException deep(Exception cause) {
        var rollback = new RollbackException("rolled back");
        rollback.addSuppressed(new PersistenceException(cause));
        return new RuntimeException(rollback);
    }
}

package io.openrcm.gateway.x12.acknowledgment;

import static io.openrcm.gateway.x12.PartnerFile.implementationAck;
import static io.openrcm.gateway.x12.PartnerFile.readOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.ImplementationAck.ElementError;
import io.openrcm.gateway.x12.answer.ImplementationAck.SegmentError;
import io.openrcm.gateway.x12.answer.ImplementationAck.SetAck;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Verdict;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplementationAckReaderTest {

    @Test
    void eachSetHasItsVerdictAndItsErrors() {
        ImplementationAck ack = read(AcknowledgmentFixture.PARTLY_ACCEPTED);

        assertThat(ack.group()).isEqualTo("7");
        assertThat(ack.guide()).isEqualTo("005010X222A1");
        assertThat(ack.verdict()).isEqualTo(Verdict.PARTLY_ACCEPTED);
        assertThat(ack.countsAgree()).isTrue();
        assertThat(ack.sets())
                .containsExactly(
                        new SetAck("0001", Verdict.ACCEPTED, List.of(), List.of()),
                        new SetAck(
                                "0002",
                                Verdict.ACCEPTED_WITH_ERRORS,
                                List.of("5"),
                                List.of(new SegmentError(
                                        "N4", 14, "2010", "8", null, List.of(new ElementError(3, 0, "I9"))))),
                        new SetAck(
                                "0003",
                                Verdict.REJECTED,
                                List.of("5", "I5"),
                                List.of(
                                        new SegmentError(
                                                "NM1",
                                                14,
                                                "2010",
                                                "8",
                                                "LK26110100071",
                                                List.of(new ElementError(9, 0, "1"))),
                                        new SegmentError(
                                                "SV1", 31, null, "8", null, List.of(new ElementError(1, 2, "7"))))));
    }

    @Test
    void theBadValueItselfIsNotKept() {
        assertThat(read(AcknowledgmentFixture.PARTLY_ACCEPTED).toString()).doesNotContain("RIVERA", "53703");
    }

    @Test
    void aSetPassedOverInSilenceWentThroughUnlessTheGroupDidNot() {
        ImplementationAck partly = read(AcknowledgmentFixture.PARTLY_ACCEPTED);
        assertThat(partly.verdictOn("0003")).isEqualTo(Verdict.REJECTED);
        assertThat(partly.verdictOn("0002")).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        assertThat(partly.verdictOn("0004")).isEqualTo(Verdict.ACCEPTED);

        ImplementationAck refused = read("AK1*HC*7*005010X222A1\nAK9*R*2*2*0*1");
        assertThat(refused.verdictOn("0001")).isEqualTo(Verdict.REJECTED);
        assertThat(refused.codes()).containsExactly("1");
        assertThat(refused.countsAgree()).isTrue();

        assertThat(read("AK1*HC*7\nAK9*A*2*2*2").verdictOn("0001")).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void totalsThatDisagreeWithTheSetsAreNoticed() {
        assertThat(read(AcknowledgmentFixture.PARTLY_ACCEPTED.replace("AK9*P*3*3*2", "AK9*P*3*3*5"))
                        .countsAgree())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"M", "W", "X"})
    void aRefusalForSecurityIsARejection(String code) {
        assertThat(read("AK1*HC*7\nAK2*837*0001\nIK5*" + code + "\nAK9*R*1*1*0").verdictOn("0001"))
                .isEqualTo(Verdict.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "AK1*HC*7~AK2*837*0001~IK5*Q~AK9*P*1*1*0, IK5, UNKNOWN_CODE",
        "AK1*HC*7~AK2*837*0001~AK9*A*1*1*1, AK9, MISSING",
        "AK1*HC*7~AK2*837*0001~IK5*A~AK9*A*x*1*1, AK9, NUMBER",
        "AK1*HC*7~AK2*837*0001~IK3*NM1*99999999999**8~IK5*R~AK9*R*1*1*0, IK3, NUMBER",
        "AK1*HC*7~IK5*A~AK9*A*1*1*1, IK5, OUT_OF_PLACE",
        "AK1*HC*7~AK2*837*0001~IK5*A, SE, MISSING",
    })
    void anAcknowledgmentWithoutAClearVerdictIsSetAside(String segments, String segment, ValueFault fault) {
        Unreadable unreadable = readOne(Unreadable.class, implementationAck(segments.replace('~', '\n')));

        assertThat(unreadable.segment()).isEqualTo(segment);
        assertThat(unreadable.fault()).isEqualTo(fault);
    }

    private static ImplementationAck read(String segments) {
        return readOne(ImplementationAck.class, implementationAck(segments));
    }
}

package io.openrcm.simulator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.simulator.ClaimFileFixture;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.intake.InterchangeReader;
import io.openrcm.simulator.intake.ReceivedFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourChoiceTest {

    private final BehaviourChoice choice = new BehaviourChoice(7, BehaviourChoice.defaultWeights());

    @ParameterizedTest
    @CsvSource({
        "00,PAY_BY_CONTRACT", "09,PAY_BY_CONTRACT", "11,PAY_LESS", "12,PATIENT_SHARE", "21,DENY_LINE",
        "22,DENY_CLAIM", "31,REJECT_999", "32,REJECT_277CA", "41,PEND_THEN_PAY", "42,SILENT",
        "43,DUPLICATE_835", "44,PAY_LATE", "45,OUT_OF_BALANCE"
    })
    void theMemberIdsEndingDecides(String ending, Behaviour expected) {
        assertThat(choice.of(claims(1, ending).getFirst())).isEqualTo(expected);
    }

    @Test
    void withoutANextPayerACrossOverIsThePatientsShare() {
        assertThat(choice.of(claims(1, "51").getFirst())).isEqualTo(Behaviour.PATIENT_SHARE);
    }

    @Test
    void anyOtherEndingFallsByTheWeights() {
        Map<Behaviour, Integer> counts = new EnumMap<>(Behaviour.class);
        claims(4_000, "99").forEach(claim -> counts.merge(choice.of(claim), 1, Integer::sum));

        for (var behaviour : Behaviour.values()) {
            var share = counts.getOrDefault(behaviour, 0) / 40.0;
            assertThat(share).as(behaviour.name()).isBetween(behaviour.weight() - 2.5, behaviour.weight() + 2.5);
            assertThat(share == 0).as(behaviour.name()).isEqualTo(behaviour.weight() == 0);
        }
    }

    @Test
    void aSeedRepeatsItsChoicesAndAnotherDoesNot() {
        var claims = claims(500, "99");
        var same = new BehaviourChoice(7, BehaviourChoice.defaultWeights());
        var other = new BehaviourChoice(8, BehaviourChoice.defaultWeights());

        var chosen = claims.stream().map(choice::of).toList();

        assertThat(claims.stream().map(same::of)).containsExactlyElementsOf(chosen);
        assertThat(claims.stream().map(other::of).toList()).isNotEqualTo(chosen);
    }

    private static List<Claim> claims(int count, String ending) {
        var file = ClaimFileFixture.professional();
        for (var at = 0; at < count; at++) {
            file.claim("E%06d".formatted(at), "MERID", ending);
        }
        return InterchangeReader.read("RIVERCH", "f", file.bytes())
                .claims()
                .map(ReceivedFile.Received::claim)
                .toList();
    }
}

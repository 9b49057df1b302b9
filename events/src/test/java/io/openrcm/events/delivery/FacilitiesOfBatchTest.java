package io.openrcm.events.delivery;

import static io.openrcm.events.delivery.Tallies.anAppeal;
import static io.openrcm.events.delivery.Wire.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrcm.events.followup.FollowUpEvent;
import io.openrcm.servers.RealServersTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServersTestResource.class, scope = TestResourceScope.GLOBAL)
class FacilitiesOfBatchTest {

    @Inject
    Intake intake;

    @Inject
    EntityManager entities;

    @Inject
    Tables tables;

    @BeforeEach
    void nothingHasBeenHeard() {
        tables.empty();
    }

    @Test
    void theEffectIsForTheFacilitiesOfWhatIsAppliedAndNotOfWhatCameWithIt() {
        var wire = new Wire().say(1, anAppeal(claim(1), 21), "HARBOR");
        assertThat(facilitiesOfEffect(wire)).containsExactly("{HARBOR}");

        wire.say(1, anAppeal(claim(2), 21), "LAKESIDE").say(2, anAppeal(claim(3), 22), "MEADOW");

        assertThat(facilitiesOfEffect(wire)).containsExactly("{LAKESIDE}");
    }

    @Test
    void whatNamesNoUsableFacilityHarmsNothingElse() {
        var wire = new Wire().say(2, anAppeal(claim(1), 22), "no facility").say(1, anAppeal(claim(2), 21), "LAKESIDE");

        assertThat(facilitiesOfEffect(wire)).containsExactly("{LAKESIDE}");
        assertThat(tables.texts("select state from parked_message")).containsExactly("WAITING");
    }

    private List<String> facilitiesOfEffect(Wire wire) {
        var settings = new ArrayList<String>();
        intake.apply(
                Wire.TOPIC,
                FollowUpEvent.class,
                wire.all(),
                messages -> settings.add(
                        entities.createNativeQuery("select current_setting('app.facilities')", String.class)
                                .getSingleResult()
                                .toString()));
        return settings;
    }
}

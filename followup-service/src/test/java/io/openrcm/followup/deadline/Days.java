package io.openrcm.followup.deadline;

import jakarta.enterprise.context.ApplicationScoped;

/** What happens when a day begins, at the test's word. */
@ApplicationScoped
public class Days {

    private final FindSilentClaims findSilentClaims;

    Days(FindSilentClaims findSilentClaims) {
        this.findSilentClaims = findSilentClaims;
    }

    public void begin() {
        findSilentClaims.run();
    }
}

package io.openrcm.security.emergency;

import java.util.Set;

/**
 * What somebody asks for.
 *
 * @param reason 20 to 400 characters, without a patient's name
 * @param facilities ids; every facility at once is not given
 * @param minutes 1 to 60
 */
public record EmergencyRequest(String reason, Set<String> facilities, int minutes) {

    public EmergencyRequest {
        facilities = Set.copyOf(facilities);
    }
}

package io.openrcm.security.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles a token may carry, and which of them exclude each other. */
public final class Roles {

    public static final String CODER = "coder";
    public static final String BILLER = "biller";
    public static final String POSTER = "poster";
    public static final String DENIAL_SPECIALIST = "denial-specialist";
    public static final String SUPERVISOR = "supervisor";
    /** Approves refunds and write-offs. */
    public static final String APPROVER = "approver";

    public static final String AUDITOR = "auditor";
    /** Configures and operates; sees counts and states, never a patient's record. */
    public static final String ADMINISTRATOR = "administrator";
    /** In addition to another role: may see records under 42 CFR Part 2. */
    public static final String PART2 = "part2";

    public static final String HOSPITAL_SYSTEM = "hospital-system";
    public static final String PAYER_ADAPTER = "payer-adapter";
    public static final String SERVICE = "service";

    private static final Set<String> MACHINES = Set.of(HOSPITAL_SYSTEM, PAYER_ADAPTER, SERVICE);

    private static final Set<String> WORKING =
            Set.of(CODER, BILLER, POSTER, DENIAL_SPECIALIST, SUPERVISOR, APPROVER, HOSPITAL_SYSTEM, PAYER_ADAPTER);

    /** Every role there is. */
    public static final List<String> ALL = List.of(
            CODER,
            BILLER,
            POSTER,
            DENIAL_SPECIALIST,
            SUPERVISOR,
            APPROVER,
            AUDITOR,
            ADMINISTRATOR,
            PART2,
            HOSPITAL_SYSTEM,
            PAYER_ADAPTER,
            SERVICE);

    private Roles() {}

    static boolean ofMachine(Collection<String> roles) {
        return roles.stream().anyMatch(MACHINES::contains);
    }

    /**
     * Two of these roles that nobody may hold together, as a sentence. Segregation of duties: who posts money does not approve its way
     * out, who configures sees no records, who audits does not do what is audited (45 CFR 164.308(a)(3), NIST SP 800-53 AC-5).
     */
    static Optional<String> conflict(Collection<String> roles) {
        if (roles.contains(POSTER) && roles.contains(APPROVER)) {
            return Optional.of("the roles poster and approver exclude each other");
        }
        for (String apart : List.of(ADMINISTRATOR, AUDITOR)) {
            if (roles.contains(apart)) {
                var other = roles.stream()
                        .filter(role -> !role.equals(apart) && isApartFrom(apart, role))
                        .sorted()
                        .findFirst();
                if (other.isPresent()) {
                    return Optional.of("the roles " + apart + " and " + other.get() + " exclude each other");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isApartFrom(String apart, String role) {
        return WORKING.contains(role)
                || role.equals(ADMINISTRATOR)
                || role.equals(AUDITOR)
                || (apart.equals(ADMINISTRATOR) && role.equals(PART2));
    }
}

package io.openrcm.gateway.x12.answer;

import io.openrcm.events.Money;
import io.openrcm.gateway.x12.syntax.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 277CA: which claims were taken in.
 *
 * @param issuer who answers; a clearinghouse may say accepted and the payer then refuse
 * @param trace 2200A TRN02: with claim number and status the key against duplicates
 * @param batches one for each of our transaction sets
 * @param findings what the guide forbids and no verdict hangs on; empty as a rule
 */
public record ClaimAck(SetHeader header, Issuer issuer, String trace, List<Batch> batches, List<Finding> findings)
        implements PayerAnswer {

    private static final Set<String> REJECTING = Set.of("A3", "A4", "A6", "A7", "A8");

    public ClaimAck {
        batches = List.copyOf(batches);
        findings = List.copyOf(findings);
    }

    @Override
    public Position at() {
        return header.at();
    }

    /** 2100A: the information source. */
    public record Issuer(Kind kind, String name, String id) {
        public enum Kind {
            CLEARINGHOUSE,
            PAYER
        }
    }

    /**
     * 2200B with all below it.
     *
     * @param reference TRN02, our BHT03; empty where not echoed
     * @param refusal present if the whole batch was refused; then its claims need not be listed
     * @param totals QTY 90, QTY AA, AMT YU and AMT YY, where told
     * @param providerRefusals billing providers refused with all their claims, which need not be listed
     */
    public record Batch(
            String reference,
            @Nullable Status refusal,
            Totals totals,
            List<ProviderRefusal> providerRefusals,
            List<ClaimStatus> claims) {
        public Batch {
            providerRefusals = List.copyOf(providerRefusals);
            claims = List.copyOf(claims);
        }
    }

    public record ProviderRefusal(String npi, Status status) {}

    /** Each null where not told. */
    public record Totals(
            @Nullable Integer accepted,
            @Nullable Integer rejected,
            @Nullable Money acceptedAmount,
            @Nullable Money rejectedAmount) {

        /** Whether the counts agree with the claims listed; claims of ours in neither are lost. */
        public boolean agreeWith(List<ClaimStatus> claims) {
            long refused = claims.stream().filter(ClaimStatus::isRejected).count();
            return (accepted == null || accepted == claims.size() - refused)
                    && (rejected == null || rejected == refused);
        }
    }

    /**
     * 2200D: one claim. Two of them for one claim are legal: the later one holds.
     *
     * @param claimNumber TRN02, our CLM01; empty where missing, see {@link Finding}
     * @param payerClaimNumber REF 1K: needed to replace or void the claim
     * @param clearinghouseNumber REF D9
     */
    public record ClaimStatus(
            String claimNumber,
            List<Status> statuses,
            @Nullable String payerClaimNumber,
            @Nullable String clearinghouseNumber,
            List<LineStatus> lines) {
        public ClaimStatus {
            statuses = List.copyOf(statuses);
            lines = List.copyOf(lines);
        }

        /** One rejected line rejects the whole claim. */
        public boolean isRejected() {
            return statuses.stream().anyMatch(Status::isRejected)
                    || lines.stream().anyMatch(line -> line.statuses().stream().anyMatch(Status::isRejected));
        }

        /** Category A2; A0 and A1 only say that somebody on the way has it. */
        public boolean isAcceptedForAdjudication() {
            return !isRejected()
                    && statuses.stream()
                            .flatMap(status -> status.codes().stream())
                            .anyMatch(code -> code.category().equals("A2"));
        }
    }

    /** 2220D: one line; {@code controlNumber} is REF FJ, our line number. */
    public record LineStatus(@Nullable String controlNumber, List<Status> statuses) {
        public LineStatus {
            statuses = List.copyOf(statuses);
        }
    }

    /** One STC: what was done, and one to three codes why. */
    public record Status(Action action, @Nullable Money amount, List<StatusCode> codes) {
        public Status {
            codes = List.copyOf(codes);
        }

        /** STC03 decides; a rejecting category under WQ, as some payers send it, is a rejection too. */
        public boolean isRejected() {
            return action == Action.REJECT || codes.stream().anyMatch(code -> REJECTING.contains(code.category()));
        }
    }

    /** STC03: WQ, U, or nothing on a line, whose codes then decide. */
    public enum Action {
        ACCEPT,
        REJECT,
        UNSTATED
    }

    /** Claim status category, claim status and entity code values (X12 code sources 507 and 508). */
    public record StatusCode(
            String category,
            @Nullable String code,
            @Nullable String entity) {}

    public record Finding(Oddity oddity, Position at) {}

    public enum Oddity {
        /** Only A- and E-categories belong in a 277CA (X12 RFI 1942). */
        FOREIGN_CATEGORY,
        /** WQ with a rejecting category: taken as rejected. */
        ACCEPTED_WITH_REJECTING_CATEGORY,
        CLAIM_WITHOUT_NUMBER,
        TOTALS_DIFFER
    }
}

package io.openrcm.gateway.x12.acknowledgment;

import io.openrcm.gateway.x12.answer.AnswerBuilder;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ClaimAck.Action;
import io.openrcm.gateway.x12.answer.ClaimAck.Batch;
import io.openrcm.gateway.x12.answer.ClaimAck.ClaimStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Finding;
import io.openrcm.gateway.x12.answer.ClaimAck.Issuer;
import io.openrcm.gateway.x12.answer.ClaimAck.LineStatus;
import io.openrcm.gateway.x12.answer.ClaimAck.Oddity;
import io.openrcm.gateway.x12.answer.ClaimAck.Status;
import io.openrcm.gateway.x12.answer.ClaimAck.StatusCode;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.syntax.Position;
import io.openrcm.gateway.x12.syntax.Segment;
import io.openrcm.gateway.x12.syntax.Tag;
import io.openrcm.gateway.x12.syntax.UnreadableSegment;
import io.openrcm.gateway.x12.syntax.ValueFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 277CA (005010X214): source, batch, provider and claim by HL03; lines below the claim. Patients' names are passed over. */
public final class ClaimAckReader implements AnswerBuilder {

    private static final int[] CODE_ELEMENTS = {1, 10, 11};

    private final SetHeader header;
    private final List<Batch> batches = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Issuer issuer = new Issuer(Issuer.Kind.PAYER, "", "");
    private String trace = "";
    private Level level = Level.HEADER;
    private @Nullable OpenBatch batch;
    private @Nullable OpenClaim claim;
    private String providerNpi = "";

    public ClaimAckReader(SetHeader header) {
        this.header = header;
    }

    private enum Level {
        HEADER,
        SOURCE,
        BATCH,
        PROVIDER,
        CLAIM
    }

    @Override
    public void take(Segment segment, Position at) {
        switch (segment.tag()) {
            case Tag.HL -> enter(segment, at);
            case Tag.NM1 -> name(segment);
            case Tag.TRN -> trace(segment);
            case Tag.STC -> status(segment, at);
            case Tag.QTY, Tag.AMT -> {
                if (level == Level.BATCH && batch != null) {
                    batch.total(segment);
                }
            }
            case Tag.REF -> {
                if (claim != null) {
                    claim.reference(segment);
                }
            }
            case Tag.SVC -> {
                if (claim == null) {
                    throw new UnreadableSegment(ValueFault.OUT_OF_PLACE);
                }
                claim.startLine();
            }
            default -> {
                // Dates and whatever else a payer adds.
            }
        }
    }

    private void enter(Segment segment, Position at) {
        endClaim();
        level = switch (segment.text(3)) {
            case "20" -> Level.SOURCE;
            case "21" -> Level.BATCH;
            case "19" -> Level.PROVIDER;
            case "PT" -> Level.CLAIM;
            default -> throw new UnreadableSegment(ValueFault.UNKNOWN_CODE);
        };
        switch (level) {
            case HEADER, SOURCE -> endBatch();
            case BATCH -> {
                endBatch();
                batch = new OpenBatch(at);
            }
            case PROVIDER -> providerNpi = "";
            case CLAIM -> {
                if (batch == null) {
                    throw new UnreadableSegment(ValueFault.OUT_OF_PLACE);
                }
                claim = new OpenClaim(at);
            }
        }
    }

    private void name(Segment segment) {
        if (level == Level.SOURCE) {
            Issuer.Kind kind = segment.is(1, "AY") ? Issuer.Kind.CLEARINGHOUSE : Issuer.Kind.PAYER;
            issuer = new Issuer(kind, segment.text(3), segment.text(9));
        } else if (level == Level.PROVIDER) {
            providerNpi = segment.text(9);
        }
    }

    private void trace(Segment segment) {
        if (level == Level.SOURCE) {
            trace = segment.text(2);
        } else if (level == Level.BATCH && batch != null) {
            batch.reference = segment.text(2);
        } else if (claim != null) {
            claim.number = segment.text(2);
        }
    }

    private void status(Segment segment, Position at) {
        Status status = read(segment, at);
        if (claim != null) {
            claim.statuses().add(status);
        } else if (batch != null && status.isRejected()) {
            batch.refuse(level, providerNpi, status);
        }
    }

    private Status read(Segment segment, Position at) {
        List<StatusCode> codes = new ArrayList<>(1);
        for (int element : CODE_ELEMENTS) {
            if (!segment.isEmpty(element)) {
                String category = segment.part(element, 1);
                if (!category.startsWith("A") && !category.startsWith("E")) {
                    findings.add(new Finding(Oddity.FOREIGN_CATEGORY, at));
                }
                codes.add(new StatusCode(category, segment.partOrNull(element, 2), segment.partOrNull(element, 3)));
            }
        }
        Action action = switch (segment.text(3)) {
            case "WQ" -> Action.ACCEPT;
            case "U" -> Action.REJECT;
            case "" -> Action.UNSTATED;
            default -> throw new UnreadableSegment(ValueFault.UNKNOWN_CODE);
        };
        Status status = new Status(action, segment.moneyOrNull(4), codes);
        if (action == Action.ACCEPT && status.isRejected()) {
            findings.add(new Finding(Oddity.ACCEPTED_WITH_REJECTING_CATEGORY, at));
        }
        return status;
    }

    private void endClaim() {
        if (claim != null && batch != null) {
            if (claim.number.isEmpty()) {
                findings.add(new Finding(Oddity.CLAIM_WITHOUT_NUMBER, claim.at));
            }
            batch.claims.add(claim.finish());
        }
        claim = null;
    }

    private void endBatch() {
        if (batch != null) {
            Batch finished = batch.finish();
            if (!finished.claims().isEmpty() && !finished.totals().agreeWith(finished.claims())) {
                findings.add(new Finding(Oddity.TOTALS_DIFFER, batch.at));
            }
            batches.add(finished);
        }
        batch = null;
    }

    @Override
    public PayerAnswer finish() {
        endClaim();
        endBatch();
        return new ClaimAck(header, issuer, trace, batches, findings);
    }

    /** What is known of a batch while its claims are coming. */
    private static final class OpenBatch {
        private final Position at;
        private final List<ClaimStatus> claims = new ArrayList<>();
        private final List<ClaimAck.ProviderRefusal> refusals = new ArrayList<>();
        private String reference = "";
        private @Nullable Status refusal;
        private ClaimAck.Totals totals = new ClaimAck.Totals(null, null, null, null);

        OpenBatch(Position at) {
            this.at = at;
        }

        void refuse(Level level, String npi, Status status) {
            if (level == Level.PROVIDER) {
                refusals.add(new ClaimAck.ProviderRefusal(npi, status));
            } else {
                refusal = status;
            }
        }

        void total(Segment segment) {
            ClaimAck.Totals t = totals;
            totals = switch (segment.text(1)) {
                case "90" ->
                    new ClaimAck.Totals(segment.numberOrNull(2), t.rejected(), t.acceptedAmount(), t.rejectedAmount());
                case "AA" ->
                    new ClaimAck.Totals(t.accepted(), segment.numberOrNull(2), t.acceptedAmount(), t.rejectedAmount());
                case "YU" ->
                    new ClaimAck.Totals(t.accepted(), t.rejected(), segment.moneyOrNull(2), t.rejectedAmount());
                case "YY" ->
                    new ClaimAck.Totals(t.accepted(), t.rejected(), t.acceptedAmount(), segment.moneyOrNull(2));
                default -> t;
            };
        }

        Batch finish() {
            return new Batch(reference, refusal, totals, refusals, claims);
        }
    }

    /** What is known of a claim while its lines are coming. */
    private static final class OpenClaim {
        private final Position at;
        private final List<Status> own = new ArrayList<>();
        private final List<LineStatus> lines = new ArrayList<>();
        private String number = "";
        private @Nullable String payerClaimNumber;
        private @Nullable String clearinghouseNumber;
        private @Nullable List<Status> line;
        private @Nullable String lineNumber;

        OpenClaim(Position at) {
            this.at = at;
        }

        List<Status> statuses() {
            return line == null ? own : line;
        }

        void startLine() {
            endLine();
            line = new ArrayList<>();
            lineNumber = null;
        }

        void endLine() {
            if (line != null) {
                lines.add(new LineStatus(lineNumber, line));
            }
        }

        void reference(Segment segment) {
            switch (segment.text(1)) {
                case "1K" -> payerClaimNumber = segment.textOrNull(2);
                case "D9" -> clearinghouseNumber = segment.textOrNull(2);
                case "FJ" -> lineNumber = segment.textOrNull(2);
                default -> {
                    // Type of bill, prescription and other numbers that are ours anyway.
                }
            }
        }

        ClaimStatus finish() {
            endLine();
            return new ClaimStatus(number, own, payerClaimNumber, clearinghouseNumber, lines);
        }
    }
}

package io.openrcm.claims.posting;

import static io.openrcm.claims.claim.status.AdjudicationStatus.DENIED;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PAID;
import static io.openrcm.claims.claim.status.AdjudicationStatus.PARTIALLY_PAID;

import io.openrcm.claims.claim.ClaimNews;
import io.openrcm.claims.claim.status.AdjudicationStatus;
import io.openrcm.claims.claim.status.AdjudicationTransition;
import io.openrcm.claims.claim.status.OpenMoney;
import io.openrcm.claims.coordination.PayerTermsBook;
import io.openrcm.claims.ledger.Account;
import io.openrcm.claims.ledger.ClaimMoney;
import io.openrcm.claims.ledger.Entry;
import io.openrcm.claims.posting.PostRemittance.Answer;
import io.openrcm.claims.posting.adjudication.Adjudication;
import io.openrcm.claims.posting.adjudication.AdjudicationHistory;
import io.openrcm.claims.posting.adjudication.AdjustmentReasons;
import io.openrcm.claims.posting.adjudication.LineAdjudication;
import io.openrcm.claims.posting.adjudication.Posting.BalanceProof;
import io.openrcm.claims.posting.adjudication.Posting.Posted;
import io.openrcm.events.Money;
import io.openrcm.events.PayerId;
import io.openrcm.events.claims.ClaimEvent.ClaimDenied;
import io.openrcm.events.claims.ClaimEvent.ClaimPaid;
import io.openrcm.events.claims.ClaimEvent.ClaimReversed;
import io.openrcm.events.claims.ClaimEvent.DeniedLine;
import io.openrcm.events.claims.ClaimEvent.ExceptionKind;
import io.openrcm.events.claims.ClaimEvent.ResponsibilityMoved;
import io.openrcm.events.claims.ClaimHeader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the claim, and everybody who listens, what a posted decision means. */
@ApplicationScoped
class PostingNews {

    private static final Set<AdjudicationStatus> DECIDED = EnumSet.of(PAID, PARTIALLY_PAID, DENIED);

    private final ClaimNews news;
    private final Suspense suspense;
    private final PayerTermsBook terms;

    PostingNews(ClaimNews news, Suspense suspense, PayerTermsBook terms) {
        this.news = news;
        this.suspense = suspense;
        this.terms = terms;
    }

    /** A denial keeps the payer that denied in its header; what else is told carries who owes after it. */
    void decided(Answer answer, Posted posted, ClaimMoney money) {
        var adjudication = posted.adjudication();
        var claim = answer.claim();
        boolean ofDestination = adjudication.rank() == answer.ours().destinationRank();
        var numberAtPayer = ofDestination ? answer.event().claim().payerClaimNumber() : null;
        claim.decide(transition(money), open(answer, money), owesNow(answer, adjudication, money), numberAtPayer);
        if (!adjudication.isWhollyDenied()) {
            tellPaid(answer, adjudication, money);
        }
        if (adjudication.denied().isPositive()) {
            tellDenied(answer, adjudication);
        }
        tellMoved(answer, posted);
    }

    /** Where a newer decision of the same payer stands, or a replacement is out, only the money has moved. */
    void reversed(Answer answer, Adjudication original, AdjudicationHistory history, ClaimMoney money) {
        var claim = answer.claim();
        boolean decisionStands = history.standing().stream().anyMatch(one -> one.rank() == original.rank());
        boolean ofDestination = original.rank() == answer.ours().destinationRank();
        var owes = owesNow(answer, original, money);
        if (ofDestination && !decisionStands && DECIDED.contains(claim.adjudication())) {
            claim.decide(AdjudicationTransition.REVERSE, open(answer, money), owes, null);
        } else {
            claim.reopen(open(answer, money), owes);
        }
        var event = new ClaimReversed(
                header(answer, answer.payerOf(original)),
                answer.event().payment().remittanceId(),
                original.paid());
        news.tell(answer.cause(), claim, event, original.paid() + " taken back, " + money.open() + " open");
    }

    /** Paid a second time, or so it seems. */
    void suspended(Answer answer, BalanceProof proof) {
        var payment = answer.event().payment();
        suspense.hold(answer.cause(), payment, answer.claim().facility(), proof.paid(), proof);
        excepted(
                answer,
                ExceptionKind.PROBABLE_DUPLICATE,
                "the same decision stands already; " + proof.paid() + " waits in suspense",
                proof);
    }

    void unsuspended(Answer answer, BalanceProof proof) {
        var payment = answer.event().payment();
        suspense.hold(answer.cause(), payment, answer.claim().facility(), proof.paid(), proof);
        news.note(
                answer.cause(),
                answer.claim(),
                "DuplicateReversed",
                proof.paid() + " of a duplicate payment taken back");
    }

    /** Cannot be right, so nothing moves; {@code detail} names no patient. */
    void excepted(Answer answer, ExceptionKind kind, String detail, BalanceProof proof) {
        var claim = answer.claim();
        suspense.except(answer.cause(), answer.event().payment(), kind, proof.paid(), detail, claim.header());
        news.note(answer.cause(), claim, "RemittanceExcepted", kind + ": " + detail);
    }

    private void tellPaid(Answer answer, Adjudication adjudication, ClaimMoney money) {
        var event = new ClaimPaid(
                answer.claim().header(),
                adjudication.source().remittance(),
                money.paid(),
                money.adjusted(),
                money.patient(),
                money.open());
        var detail = adjudication.paid() + " paid, " + adjudication.adjusted() + " adjusted; now " + money.patient()
                + " with the patient, " + money.open() + " open";
        news.tell(answer.cause(), answer.claim(), event, detail);
    }

    private void tellDenied(Answer answer, Adjudication adjudication) {
        var payer = answer.payerOf(adjudication);
        var lines = adjudication.lines().stream()
                .filter(line -> line.denied().isPositive())
                .map(PostingNews::denied)
                .toList();
        var event = new ClaimDenied(
                header(answer, payer),
                adjudication.source().remittance(),
                adjudication.isWhollyDenied(),
                adjudication.denied(),
                lines,
                terms.of(payer).appealBy(adjudication.source().paidOn()));
        news.tell(answer.cause(), answer.claim(), event, adjudication.denied() + " denied: " + reasons(lines));
    }

    private void tellMoved(Answer answer, Posted posted) {
        int to = posted.adjudication().movesTo();
        var account = to == Entry.PATIENT ? Account.PATIENT_RECEIVABLE : Account.INSURANCE_RECEIVABLE;
        long cents = posted.entries().stream()
                .filter(entry -> entry.account() == account && entry.rank() == to)
                .mapToLong(Entry::cents)
                .sum();
        if (cents <= 0) {
            return;
        }
        @Nullable PayerId payer = answer.ours().payers().get(to);
        var remitted = answer.event().claim();
        boolean crossedOver = payer != null && remitted.crossedOverTo() != null;
        var event = new ResponsibilityMoved(answer.claim().header(), payer, Money.ofCents(cents), crossedOver);
        var detail = event.amount() + (payer == null ? " to the patient" : " to " + payer);
        news.tell(answer.cause(), answer.claim(), event, crossedOver ? detail + ", forwarded by the payer" : detail);
    }

    private static DeniedLine denied(LineAdjudication line) {
        var reason = AdjustmentReasons.standard().denialAmong(line.adjustments());
        return new DeniedLine(line.controlNumber(), line.denied(), reason.group(), reason.reason(), line.remarks());
    }

    private static String reasons(List<DeniedLine> lines) {
        return String.join(
                ", ",
                lines.stream()
                        .map(line -> line.group().code() + "-" + line.reason() + " "
                                + AdjustmentReasons.standard().label(line.reason()))
                        .distinct()
                        .toList());
    }

    private static AdjudicationTransition transition(ClaimMoney money) {
        if (!money.denied().isPositive()) {
            return AdjudicationTransition.PAY;
        }
        boolean nothingElse = money.paid().isZero()
                && money.patient().isZero()
                && money.openByRank().size() <= 1;
        return nothingElse ? AdjudicationTransition.DENY : AdjudicationTransition.PAY_PARTLY;
    }

    private static OpenMoney open(Answer answer, ClaimMoney money) {
        int rank = answer.ours().destinationRank();
        return new OpenMoney(money.openWith(rank), money.openBeyond(rank), money.patient());
    }

    /** The first payer that owes something; where none does, the one that decided last. */
    private static PayerId owesNow(Answer answer, Adjudication last, ClaimMoney money) {
        return answer.ours().payers().entrySet().stream()
                .filter(payer -> money.openWith(payer.getKey()).isPositive())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> answer.payerOf(last));
    }

    private static ClaimHeader header(Answer answer, PayerId payer) {
        var header = answer.claim().header();
        return new ClaimHeader(
                header.claimId(),
                header.number(),
                header.version(),
                header.type(),
                header.facility(),
                header.encounterId(),
                payer,
                header.billed(),
                header.serviceFrom(),
                header.serviceThrough(),
                header.fileBy(),
                header.part2());
    }
}

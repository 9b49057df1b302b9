package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.BehaviourChoice;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.intake.ReceivedFile;
import io.openrcm.simulator.ledger.ClaimAccount;
import io.openrcm.simulator.ledger.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides about the claims of one file, transaction by transaction, with the ledger and the file's earlier claims in view. */
final class DecideClaims {

    /** The subscriber's id is not one of ours: what a claim gets that is to be rejected at the 277CA. */
    private static final String UNKNOWN_MEMBER = "A7:164:IL";

    /** Never written: the 999 says it, and no 277CA follows. */
    private static final String REJECTED_WITH_ALL = "A3:21";

    private final Ledger ledger;
    private final BehaviourChoice choice;
    private final Findings findings;
    private final long file;
    private final Set<String> acceptedInFile = new HashSet<>();

    DecideClaims(Ledger ledger, BehaviourChoice choice, Findings findings, long file) {
        this.ledger = ledger;
        this.choice = choice;
        this.findings = findings;
        this.file = file;
    }

    /** The claim for whose sake a well-formed transaction is rejected as a whole, if there is one. */
    Optional<Claim> refused(ReceivedFile.Transaction transaction) {
        return transaction.claims().stream()
                .map(ReceivedFile.Received::claim)
                .filter(claim -> behaviour(claim) == Behaviour.REJECT_999)
                .findFirst();
    }

    List<ClaimDecision> rejectAll(ReceivedFile.Transaction transaction) {
        return transaction.claims().stream()
                .map(received -> new ClaimDecision(
                        received.ordinal(), received.claim(), behaviour(received.claim()), REJECTED_WITH_ALL, "", ""))
                .toList();
    }

    List<ClaimDecision> decide(ReceivedFile.Transaction transaction) {
        return transaction.claims().stream().map(this::decide).toList();
    }

    private ClaimDecision decide(ReceivedFile.Received received) {
        var claim = received.claim();
        var behaviour = behaviour(claim);
        if (received.rejection().isPresent()) {
            return rejected(
                    received, behaviour, "A7:" + received.rejection().get().answer());
        }
        if (claim.isReplacement() || claim.isVoid()) {
            return decideReplacement(received, behaviour);
        }
        if (isLive(claim)) {
            findings.aboutClaim(
                    ComplaintCode.DUPLICATE_CLAIM, claim.number(), "this original was sent before and not rejected");
            return accepted(received, Behaviour.DENY_DUPLICATE, "");
        }
        return behaviour == Behaviour.REJECT_277CA
                ? rejected(received, behaviour, UNKNOWN_MEMBER)
                : accepted(received, behaviour, "");
    }

    private ClaimDecision decideReplacement(ReceivedFile.Received received, Behaviour behaviour) {
        var claim = received.claim();
        var replaced = ledger.filing(claim.payerReference())
                .filter(filing -> filing.payer().equals(claim.payerId()));
        if (replaced.isEmpty()) {
            findings.aboutClaim(
                    ComplaintCode.REPLACEMENT_REFERENCE, claim.number(), "REF*F8 is no number this payer gave");
            return rejected(received, behaviour, "A7:" + ComplaintCode.REPLACEMENT_REFERENCE.answer());
        }
        return accepted(received, behaviour, claim.payerReference());
    }

    /** A replacement, and a claim sent again after its rejection, is paid; only a first original is left to chance. */
    private Behaviour behaviour(Claim claim) {
        if (claim.isVoid()) {
            return Behaviour.TAKE_BACK;
        }
        var rejectedBefore = account(claim)
                .map(account -> account.wasRejectedBy(claim.payerId()))
                .orElse(false);
        return claim.isReplacement() || rejectedBefore ? Behaviour.PAY_BY_CONTRACT : choice.of(claim);
    }

    private boolean isLive(Claim claim) {
        return acceptedInFile.contains(claim.payerId() + "/" + claim.number())
                || account(claim)
                        .map(account -> account.isLiveAt(claim.payerId()))
                        .orElse(false);
    }

    private Optional<ClaimAccount> account(Claim claim) {
        return ledger.account(claim.number());
    }

    private ClaimDecision accepted(ReceivedFile.Received received, Behaviour behaviour, String replaces) {
        var claim = received.claim();
        acceptedInFile.add(claim.payerId() + "/" + claim.number());
        return new ClaimDecision(received.ordinal(), claim, behaviour, "", payerNumber(received), replaces);
    }

    private static ClaimDecision rejected(ReceivedFile.Received received, Behaviour behaviour, String reason) {
        return new ClaimDecision(received.ordinal(), received.claim(), behaviour, reason, "", "");
    }

    private String payerNumber(ReceivedFile.Received received) {
        return String.format("%s%06d%05d", received.claim().payerId(), file, received.ordinal());
    }
}

package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.Behaviour;
import io.openrcm.simulator.adjudication.BehaviourChoice;
import io.openrcm.simulator.adjudication.Payer;
import io.openrcm.simulator.answers.AnswerEnvelope;
import io.openrcm.simulator.answers.ClaimAnswer;
import io.openrcm.simulator.answers.InterchangeAnswer;
import io.openrcm.simulator.answers.SyntaxAnswer;
import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.claim.Submitter;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import io.openrcm.simulator.exchange.Answer;
import io.openrcm.simulator.intake.InterchangeReader;
import io.openrcm.simulator.intake.ReceivedFile;
import io.openrcm.simulator.ledger.ClaimReference;
import io.openrcm.simulator.ledger.JournalRecord;
import io.openrcm.simulator.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One file from its bytes to its TA1, 999 and 277CA and its journal record. It changes nothing outside itself. */
final class FileReading {

    private final Ledger ledger;
    private final BehaviourChoice choice;
    private final String partner;
    private final String name;
    private final Instant at;
    private final LocalDateTime localTime;
    private final long file;
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> interchanges = new ArrayList<>();
    private final List<JournalRecord.ClaimSeen> claims = new ArrayList<>();
    private final Map<ClaimReference, Claim> accepted = new LinkedHashMap<>();
    private Findings findings;
    private long control;

    FileReading(Ledger ledger, BehaviourChoice choice, String partner, String name, Clock clock) {
        this.ledger = ledger;
        this.choice = choice;
        this.partner = partner;
        this.name = name;
        this.at = clock.instant();
        this.localTime = LocalDateTime.ofInstant(at, clock.getZone());
        this.file = ledger.nextFile();
        this.control = ledger.lastControl();
        this.findings = new Findings(partner, name);
    }

    static FileReading unreadable(Ledger ledger, BehaviourChoice choice, String partner, String name, Clock clock) {
        var reading = new FileReading(ledger, choice, partner, name, clock);
        reading.findings.aboutFile(ComplaintCode.UNREADABLE, "this payer's reader failed on the file");
        return reading;
    }

    void read(byte[] bytes, UnaryOperator<Duration> delay) {
        var received = InterchangeReader.read(partner, name, bytes);
        findings = received.findings();
        var desk = new DecideClaims(ledger, choice, findings, file);
        received.interchanges().forEach(interchange -> answer(interchange, desk, delay));
    }

    JournalRecord.FileRead event() {
        return new JournalRecord.FileRead(
                file,
                partner,
                name,
                at,
                List.copyOf(interchanges),
                answers.stream().map(Answer::name).toList(),
                findings.kept(),
                findings.total(),
                control,
                List.copyOf(claims));
    }

    List<Answer> answers() {
        return answers;
    }

    Map<ClaimReference, Claim> accepted() {
        return accepted;
    }

    private void answer(ReceivedFile.Interchange interchange, DecideClaims desk, UnaryOperator<Duration> delay) {
        var header = interchange.header();
        var key = header.sender() + ":" + header.controlNumber();
        var note = interchange.complaints().isEmpty()
                ? "000"
                : interchange.complaints().getFirst().code().answer();
        if (ledger.hasSeenInterchange(partner, key) || interchanges.contains(key)) {
            findings.aboutFile(ComplaintCode.DUPLICATE_INTERCHANGE, "ISA13 was used before by this sender");
            note = ComplaintCode.DUPLICATE_INTERCHANGE.answer();
        }
        interchanges.add(key);
        var accepts = note.equals("000");
        if (!accepts || header.acknowledge()) {
            var envelope =
                    envelope(new Submitter(header.senderQualifier(), header.sender(), header.sender(), header.usage()));
            add("ta1", envelope, InterchangeAnswer.write(envelope, header, note));
        }
        if (accepts) {
            interchange.groups().forEach(group -> answer(group, interchange, desk, delay));
        }
    }

    private void answer(
            ReceivedFile.Group group,
            ReceivedFile.Interchange interchange,
            DecideClaims desk,
            UnaryOperator<Duration> delay) {
        var header = interchange.header();
        var submitter = new Submitter(header.senderQualifier(), header.sender(), group.sender(), header.usage());
        var verdicts = group.transactions().stream()
                .map(transaction -> new SyntaxAnswer.Verdict(
                        transaction, transaction.rejected() ? Optional.empty() : desk.refused(transaction)))
                .toList();
        var envelope = envelope(submitter);
        add("999", envelope, SyntaxAnswer.write(envelope, group, verdicts));
        for (var verdict : verdicts) {
            if (group.complaints().isEmpty() && verdict.isAccepted()) {
                answer(verdict.transaction(), submitter, desk, delay);
            } else {
                record(desk.rejectAll(verdict.transaction()), delay);
            }
        }
    }

    private void answer(
            ReceivedFile.Transaction transaction,
            Submitter submitter,
            DecideClaims desk,
            UnaryOperator<Duration> delay) {
        var decisions = desk.decide(transaction);
        record(decisions, delay);
        var envelope = envelope(submitter);
        var verdicts = decisions.stream()
                .map(decision ->
                        new ClaimAnswer.Verdict(decision.claim(), decision.payerNumber(), decision.rejection()))
                .toList();
        add("277ca", envelope, ClaimAnswer.write(envelope, transaction, verdicts));
    }

    private void record(List<ClaimDecision> decisions, UnaryOperator<Duration> delay) {
        for (var decision : decisions) {
            var claim = decision.claim();
            claims.add(new JournalRecord.ClaimSeen(
                    decision.ordinal(),
                    claim.number(),
                    claim.payerId(),
                    claim.frequency(),
                    claim.chargeCents(),
                    decision.behaviour(),
                    decision.isAccepted(),
                    decision.payerNumber(),
                    decision.replaces(),
                    at.plus(delay.apply(decision.behaviour().delay()))));
            if (decision.isAccepted()) {
                complainOfPartner(claim);
                if (decision.behaviour() != Behaviour.SILENT) {
                    accepted.put(new ClaimReference(file, decision.ordinal()), claim);
                }
            }
        }
    }

    private void complainOfPartner(Claim claim) {
        if (!Payer.named(claim.payerId()).partnerOr(partner).equals(partner)) {
            findings.aboutClaim(ComplaintCode.WRONG_PARTNER, claim.number(), "this payer is behind another partner");
        }
    }

    private AnswerEnvelope envelope(Submitter to) {
        control++;
        return new AnswerEnvelope(partner, to, control, localTime);
    }

    private void add(String kind, AnswerEnvelope envelope, byte[] bytes) {
        answers.add(new Answer(String.format("%09d-%s.edi", envelope.control(), kind), bytes));
    }
}

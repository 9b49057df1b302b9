package io.openrcm.simulator.desk;

import io.openrcm.simulator.adjudication.Adjudication;
import io.openrcm.simulator.adjudication.Payer;
import io.openrcm.simulator.answers.AnswerEnvelope;
import io.openrcm.simulator.answers.Payment;
import io.openrcm.simulator.answers.Remittance;
import io.openrcm.simulator.exchange.Answer;
import io.openrcm.simulator.ledger.JournalRecord;
import io.openrcm.simulator.ledger.JournalRecord.Forward;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends one batch as an 835 file, once for sure: prepared, recorded, then shown. */
final class SendRemittance {

    private static final int MOST_CLAIMS_A_PAYMENT = 500;

    private final Office office;

    SendRemittance(Office office) {
        this.office = office;
    }

    void send(PayClaims.Batch batch, List<PayClaims.Decided> decided) throws IOException {
        var at = office.clock().instant();
        var control = office.ledger().lastControl() + 1;
        var envelope = new AnswerEnvelope(
                batch.partner(),
                batch.submitter(),
                control,
                LocalDateTime.ofInstant(at, office.clock().getZone()));
        var carriesBalance = batch.delivery() == PayClaims.Delivery.PLAIN;
        var key = batch.payer() + "|" + batch.payee().npi();
        var earlier = carriesBalance ? office.ledger().forward(key) : Optional.<Forward>empty();
        var payments = payments(batch, decided, control, earlier);
        List<Answer> answers = payments.isEmpty() ? List.of() : answers(batch, envelope, payments);
        office.folders().prepare(batch.partner(), answers);
        var event = new JournalRecord.Remitted(
                batch.partner(),
                at,
                answers.stream().map(Answer::name).toList(),
                control,
                decided.stream().flatMap(it -> it.settlements().stream()).toList(),
                carriesBalance && !payments.isEmpty() ? List.of(forward(key, payments.getLast())) : List.of());
        office.record(event);
        office.folders().deliver(batch.partner(), event.answers());
        decided.stream()
                .filter(PayClaims.Decided::isFinished)
                .forEach(it -> office.archive().release(it.work().reference()));
    }

    private static List<Payment> payments(
            PayClaims.Batch batch, List<PayClaims.Decided> decided, long control, Optional<Forward> earlier) {
        var claims = decided.stream().flatMap(it -> it.claims().stream()).toList();
        var payer = Payer.named(batch.payer());
        List<Payment> payments = new ArrayList<>();
        var recovered = earlier.map(Forward::cents).orElse(0L);
        var reference = earlier.map(Forward::reference).orElse("");
        for (var from = 0; from < claims.size(); from += MOST_CLAIMS_A_PAYMENT) {
            List<Adjudication> part = claims.subList(from, Math.min(claims.size(), from + MOST_CLAIMS_A_PAYMENT));
            var trace = String.format("%s%09d-%d", batch.payer(), control, payments.size() + 1);
            var payment = new Payment(payer, batch.payee(), trace, part, recovered, reference);
            payments.add(payment);
            recovered = payment.forwardedCents();
            reference = trace;
        }
        return payments;
    }

    private static Forward forward(String key, Payment last) {
        return new Forward(key, last.trace(), last.forwardedCents());
    }

    private static List<Answer> answers(PayClaims.Batch batch, AnswerEnvelope envelope, List<Payment> payments) {
        var bytes = Remittance.write(envelope, payments);
        var name = String.format("%09d-835-%s", envelope.control(), batch.payer());
        var first = new Answer(name + ".edi", bytes);
        return batch.delivery() == PayClaims.Delivery.TWICE
                ? List.of(first, new Answer(name + "-again.edi", bytes))
                : List.of(first);
    }
}

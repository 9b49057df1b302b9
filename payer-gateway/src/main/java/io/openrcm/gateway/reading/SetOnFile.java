package io.openrcm.gateway.reading;

import io.openrcm.gateway.archive.SetIdentity;
import io.openrcm.gateway.x12.Interchange;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.SetHeader;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One transaction set of a file, or a TA1, with its numbers and its content apart from them.
 *
 * @param ordinal its place in the file, from 1
 * @param content what it says, without the numbers under which it came and its place in the file
 */
record SetOnFile(int ordinal, SetIdentity identity, PayerAnswer answer, List<Object> content) {

    static List<SetOnFile> allOf(List<Interchange> interchanges) {
        var sets = new ArrayList<SetOnFile>();
        for (var interchange : interchanges) {
            for (var answer : interchange.answers()) {
                sets.add(new SetOnFile(sets.size() + 1, identity(interchange, answer), answer, content(answer)));
            }
        }
        return sets;
    }

    private static SetIdentity identity(Interchange interchange, PayerAnswer answer) {
        return switch (answer) {
            case InterchangeAck ack -> identity(interchange, "TA1", ack.interchange());
            case Unreadable set -> identity(interchange, set.transaction(), set.controlNumber());
            case ImplementationAck ack -> identity(interchange, ack.header());
            case ClaimAck ack -> identity(interchange, ack.header());
            case RemittanceAdvice advice -> identity(interchange, advice.header());
            case Unsupported set -> identity(interchange, set.header());
        };
    }

    private static SetIdentity identity(Interchange interchange, String type, String control) {
        return new SetIdentity(
                interchange.sender().id(), interchange.controlNumber(), "", control, interchange.preparedAt(), type);
    }

    private static SetIdentity identity(Interchange interchange, SetHeader header) {
        return new SetIdentity(
                interchange.sender().id(),
                interchange.controlNumber(),
                header.groupControlNumber(),
                header.controlNumber(),
                interchange.preparedAt(),
                header.transaction());
    }

    private static List<Object> content(PayerAnswer answer) {
        return switch (answer) {
            case InterchangeAck ack -> List.of(ack.interchange(), ack.verdict(), ack.note());
            case ImplementationAck ack -> List.of(ack.group(), ack.verdict(), ack.codes(), ack.sets());
            case ClaimAck ack -> List.of(ack.issuer(), ack.trace(), ack.batches());
            case RemittanceAdvice advice ->
                Arrays.asList(
                        advice.handling(),
                        advice.amount(),
                        advice.method(),
                        advice.paidOn(),
                        advice.traceNumber(),
                        advice.payerTaxId(),
                        advice.payeeNpi(),
                        advice.claims(),
                        advice.adjustments());
            case Unsupported set -> List.of(set.header());
            case Unreadable set -> List.of(set);
        };
    }
}

package io.openrcm.gateway.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrcm.events.delivery.EventCodec;
import io.openrcm.gateway.acknowledgment.Origin;
import io.openrcm.gateway.acknowledgment.ReadAcknowledgment;
import io.openrcm.gateway.archive.FileError;
import io.openrcm.gateway.archive.ReceivedFileStatus;
import io.openrcm.gateway.archive.ReceivedFiles;
import io.openrcm.gateway.archive.ReceivedSet;
import io.openrcm.gateway.archive.SetOutcome;
import io.openrcm.gateway.archive.Sha256;
import io.openrcm.gateway.exchange.Audience;
import io.openrcm.gateway.remittance.ReadRemittance;
import io.openrcm.gateway.x12.answer.ClaimAck;
import io.openrcm.gateway.x12.answer.ImplementationAck;
import io.openrcm.gateway.x12.answer.InterchangeAck;
import io.openrcm.gateway.x12.answer.PayerAnswer;
import io.openrcm.gateway.x12.answer.RemittanceAdvice;
import io.openrcm.gateway.x12.answer.Unreadable;
import io.openrcm.gateway.x12.answer.Unsupported;
import io.openrcm.gateway.x12.syntax.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Lets one transaction set take effect, in one transaction with the note of what became of it. A set that was settled before
 * is passed over, so a file can be read again at any time.
 */
@ApplicationScoped
class ApplySet {

    /** What became of a set, why where it was not used, and for whom it is where its effect has shown that. */
    private record Fate(SetOutcome outcome, Optional<String> code, Optional<Audience> audience) {
        static Fate of(SetOutcome outcome) {
            return new Fate(outcome, Optional.empty(), Optional.empty());
        }

        static Fate quarantined(String code) {
            return new Fate(SetOutcome.QUARANTINED, Optional.of(code), Optional.empty());
        }

        Fate seenBy(Audience audience) {
            return new Fate(outcome, code, Optional.of(audience));
        }
    }

    private final ReceivedFiles files;
    private final ReadAcknowledgment readAcknowledgment;
    private final ReadRemittance readRemittance;
    private final AudienceOfSet audienceOfSet;
    private final MeterRegistry metrics;
    private final ObjectMapper json = EventCodec.standard().mapper();

    ApplySet(
            ReceivedFiles files,
            ReadAcknowledgment readAcknowledgment,
            ReadRemittance readRemittance,
            AudienceOfSet audienceOfSet,
            MeterRegistry metrics) {
        this.files = files;
        this.readAcknowledgment = readAcknowledgment;
        this.readRemittance = readRemittance;
        this.audienceOfSet = audienceOfSet;
        this.metrics = metrics;
    }

    @Transactional
    void apply(FileReading.KeptFile file, SetOnFile set) {
        if (files.locked(file.id()).status() != ReceivedFileStatus.RECEIVED) {
            return;
        }
        var known = files.set(file.id(), set.ordinal());
        if (known.isPresent() && known.get().isSettled()) {
            return;
        }
        var hash = hash(set);
        var fate = fate(file, set, hash);
        metrics.counter(
                        "openrcm.received.sets",
                        "kind",
                        kind(set.answer()),
                        "outcome",
                        fate.outcome().name())
                .increment();
        var error = fate.code().map(code -> FileError.at(place(set), code)).orElse(null);
        var received = known.orElseGet(
                () -> new ReceivedSet(new ReceivedSet.Key(file.id(), set.ordinal()), set.identity(), hash));
        received.became(
                fate.outcome(), error, fate.audience().orElseGet(() -> audienceOfSet.of(file.partner(), set.answer())));
        files.keep(received);
    }

    private Fate fate(FileReading.KeptFile file, SetOnFile set, byte[] hash) {
        return switch (set.answer()) {
            case Unsupported _ -> Fate.of(SetOutcome.UNSUPPORTED);
            case Unreadable unreadable -> Fate.quarantined(unreadable.fault().name());
            case InterchangeAck _, ImplementationAck _, ClaimAck _, RemittanceAdvice _ ->
                files.earlierWasTheSame(file.id(), set.identity(), hash)
                        .map(same ->
                                same ? Fate.of(SetOutcome.DUPLICATE) : Fate.quarantined("SAME_NUMBERS_OTHER_CONTENT"))
                        .orElseGet(() -> effect(file, set.answer(), hash));
        };
    }

    private Fate effect(FileReading.KeptFile file, PayerAnswer answer, byte[] hash) {
        var origin = new Origin(file.id(), file.partner(), file.receivedAt());
        return switch (answer) {
            case InterchangeAck ack -> acknowledged(readAcknowledgment.read(origin, ack));
            case ImplementationAck ack -> acknowledged(readAcknowledgment.read(origin, ack));
            case ClaimAck ack -> acknowledged(readAcknowledgment.read(origin, ack));
            case RemittanceAdvice advice -> remitted(readRemittance.read(origin, advice, hash));
            case Unsupported _, Unreadable _ ->
                throw new IllegalStateException("a set that cannot be read has no effect");
        };
    }

    /** For metrics: what the partner calls its set is not ours to repeat. */
    private static String kind(PayerAnswer answer) {
        return switch (answer) {
            case InterchangeAck _ -> "TA1";
            case ImplementationAck _ -> "999";
            case ClaimAck _ -> "277CA";
            case RemittanceAdvice _ -> "835";
            case Unsupported _ -> "unsupported";
            case Unreadable _ -> "unreadable";
        };
    }

    /** With whom it is for, if it is about something that we sent. */
    private static Fate acknowledged(Optional<Audience> audience) {
        return audience.map(of -> Fate.of(SetOutcome.APPLIED).seenBy(of))
                .orElseGet(() -> Fate.of(SetOutcome.UNRELATED));
    }

    private static Fate remitted(ReadRemittance.Reading reading) {
        var fate = switch (reading.outcome()) {
            case TAKEN_IN -> Fate.of(SetOutcome.APPLIED);
            case REPEATED -> Fate.of(SetOutcome.DUPLICATE);
            case REFUSED -> Fate.of(SetOutcome.REFUSED);
            case UNKNOWN_PAYER -> Fate.quarantined("UNKNOWN_PAYER");
        };
        return reading.audience().map(fate::seenBy).orElse(fate);
    }

    private static Position place(SetOnFile set) {
        return set.answer() instanceof Unreadable unreadable
                ? unreadable.faultAt()
                : set.answer().at();
    }

    private byte[] hash(SetOnFile set) {
        try {
            return Sha256.of(json.writeValueAsBytes(set.content()));
        } catch (JsonProcessingException unwritable) {
            // Its message may repeat the content, so it goes no further.
            throw new IllegalStateException("a transaction set cannot be written as JSON");
        }
    }
}

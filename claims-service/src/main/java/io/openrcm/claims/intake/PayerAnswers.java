package io.openrcm.claims.intake;

import io.openrcm.claims.claim.ConfirmSubmission;
import io.openrcm.claims.claim.RecordAcknowledgment;
import io.openrcm.claims.posting.PostRemittance;
import io.openrcm.claims.posting.RecordRemittance;
import io.openrcm.claims.scrubbing.RecordRefusal;
import io.openrcm.events.delivery.Message;
import io.openrcm.events.payer.PayerEvent;
import io.openrcm.events.payer.PayerEvent.ClaimAccepted;
import io.openrcm.events.payer.PayerEvent.ClaimRejected;
import io.openrcm.events.payer.PayerEvent.ClaimRemitted;
import io.openrcm.events.payer.PayerEvent.ClaimTransmitted;
import io.openrcm.events.payer.PayerEvent.RemittanceReceived;
import io.openrcm.events.payer.PayerEvent.RemittanceRefused;
import io.openrcm.events.payer.PayerEvent.StrangeClaimRemitted;
import io.openrcm.events.payer.PayerEvent.TransmissionRefused;
import jakarta.enterprise.context.ApplicationScoped;

/** Which use case each thing that payer-gateway says belongs to. */
@ApplicationScoped
public class PayerAnswers {

    private final ConfirmSubmission confirmSubmission;
    private final RecordRefusal recordRefusal;
    private final RecordAcknowledgment recordAcknowledgment;
    private final PostRemittance postRemittance;
    private final RecordRemittance recordRemittance;

    public PayerAnswers(
            ConfirmSubmission confirmSubmission,
            RecordRefusal recordRefusal,
            RecordAcknowledgment recordAcknowledgment,
            PostRemittance postRemittance,
            RecordRemittance recordRemittance) {
        this.confirmSubmission = confirmSubmission;
        this.recordRefusal = recordRefusal;
        this.recordAcknowledgment = recordAcknowledgment;
        this.postRemittance = postRemittance;
        this.recordRemittance = recordRemittance;
    }

    void take(Message<PayerEvent> message) {
        var cause = message.cause();
        switch (message.event()) {
            case ClaimTransmitted transmitted -> confirmSubmission.confirm(cause, transmitted);
            case TransmissionRefused refused -> recordRefusal.record(cause, refused);
            case ClaimAccepted accepted -> recordAcknowledgment.record(cause, accepted);
            case ClaimRejected rejected -> recordAcknowledgment.record(cause, rejected);
            case ClaimRemitted remitted -> postRemittance.post(cause, message.seq(), remitted);
            case RemittanceReceived received -> recordRemittance.received(cause, received);
            case RemittanceRefused refused -> recordRemittance.refused(cause, refused);
            case StrangeClaimRemitted strange -> recordRemittance.strange(cause, strange);
        }
    }
}

package io.openrcm.claims.content;

import io.openrcm.events.claims.ClaimContent;
import io.openrcm.events.claims.ServiceLine;
import io.openrcm.security.sealing.BlindIndex;
import io.openrcm.security.sealing.columns.BlindIndexed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two claims the same request: payer, member, billing NPI, type of bill or place, statement dates and the
 * lines. Not the claim number, nor the line control numbers: a second registration of one visit has others.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** 128 bits of a SHA-256 hash. */
    public static UUID of(ClaimContent content) {
        var text = new StringBuilder(512);
        var destination = content.destination();
        add(text, content.type(), destination.payer(), destination.memberId());
        add(
                text,
                content.patient().name().given(),
                content.patient().birthDate(),
                content.billingProvider().npi());
        add(text, facilityAndCare(content), content.statementFrom(), content.statementThrough());
        content.lines().stream().map(Fingerprint::line).sorted().forEach(line -> add(text, line));
        var hash = ByteBuffer.wrap(sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** As it is kept: without the key nobody can try contents until one fits. */
    public static BlindIndexed index(UUID fingerprint) {
        return BlindIndexed.of(BlindIndex.Kind.CLAIM_FINGERPRINT, fingerprint.toString());
    }

    private static String facilityAndCare(ClaimContent content) {
        if (content.typeOfBill() != null) {
            return content.typeOfBill().substring(0, 2);
        }
        return String.valueOf(content.placeOfService());
    }

    private static String line(ServiceLine line) {
        var text = new StringBuilder(64);
        add(text, line.servicedOn(), line.revenueCode(), line.procedureCode(), line.modifiers());
        add(
                text,
                line.units().stripTrailingZeros().toPlainString(),
                line.charge().cents());
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable Object... parts) {
        for (@Nullable Object part : parts) {
            text.append(part).append('|');
        }
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

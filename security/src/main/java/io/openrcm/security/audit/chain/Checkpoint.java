package io.openrcm.security.audit.chain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A signed statement: at this place of this service's chain stands this hash.
 *
 * @param hash in hexadecimal
 * @param rows how many were sealed since the checkpoint before: that is at {@code place - rows}
 * @param sealedAt with microseconds
 * @param keyId of the signing key, in hexadecimal
 * @param signature in Base64
 */
public record Checkpoint(
        String service, long place, String hash, long rows, Instant sealedAt, String keyId, String signature) {

    /** To be selected from {@code audit_checkpoint}, for {@link #read}. */
    public static final String COLUMNS = "service, place, hash, rows, sealed_at, key_id, signature";

    private static final String FORMAT = "openrcm-audit-checkpoint/1";
    private static final int PARTS = 8;
    /** A signature begins with a byte of version and the key's id. */
    private static final int KEY_ID_FROM = 1;

    private static final int KEY_ID_TO = 5;

    /** Whether a signature is one of exactly this content. */
    @FunctionalInterface
    public interface Signatures {
        boolean hold(byte[] signature, byte[] content);
    }

    /**
     * A new one.
     *
     * @param signer makes a signature of its content
     */
    public static Checkpoint sign(
            String service, long place, byte[] hash, long rows, Instant sealedAt, UnaryOperator<byte[]> signer) {
        var hexHash = HexFormat.of().formatHex(hash);
        var signature = signer.apply(content(service, place, hexHash, rows, sealedAt));
        return new Checkpoint(
                service,
                place,
                hexHash,
                rows,
                sealedAt,
                keyId(signature),
                Base64.getEncoder().encodeToString(signature));
    }

    /** Reads {@link #COLUMNS}; nothing is known of its truth. */
    public static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getString(1),
                row.getLong(2),
                HexFormat.of().formatHex(row.getBytes(3)),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                Base64.getEncoder().encodeToString(row.getBytes(7)));
    }

    public boolean isSigned(Signatures signatures) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            return keyId.equals(keyId(bytes)) && signatures.hold(bytes, content(service, place, hash, rows, sealedAt));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** As published: one line. */
    public String toLine() {
        return text(service, place, hash, rows, sealedAt) + " " + keyId + " " + signature;
    }

    /** Empty: this is no checkpoint. */
    public static Optional<Checkpoint> parse(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != PARTS || !parts[0].equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    parts[1],
                    Long.parseLong(parts[2]),
                    parts[3],
                    Long.parseLong(parts[4]),
                    Instant.parse(parts[5]),
                    parts[6],
                    parts[7]));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] content(String service, long place, String hash, long rows, Instant sealedAt) {
        return text(service, place, hash, rows, sealedAt).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String service, long place, String hash, long rows, Instant sealedAt) {
        return String.join(" ", FORMAT, service, Long.toString(place), hash, Long.toString(rows), sealedAt.toString());
    }

    private static String keyId(byte[] signature) {
        return signature.length < KEY_ID_TO
                ? ""
                : HexFormat.of().formatHex(Arrays.copyOfRange(signature, KEY_ID_FROM, KEY_ID_TO));
    }
}

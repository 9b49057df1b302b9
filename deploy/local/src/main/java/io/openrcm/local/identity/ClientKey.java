package io.openrcm.local.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** The key of a machine: EC P-384, kept as PEM in a file of its own (0600), which holds the private and the public half. */
final class ClientKey {

    private static final int COORDINATE_BYTES = 48;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    private ClientKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Made at the first question, the same ever after. */
    static ClientKey keptIn(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp384r1"));
                keep(generator.generateKeyPair(), file);
            }
            var text = Files.readString(file);
            var keys = KeyFactory.getInstance("EC");
            return new ClientKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC KEY", file))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE KEY", file)))));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the key in " + file + " cannot be used", unusable);
        }
    }

    /** In a file of another name first, so that nobody reads half a key; where two are at it, the first one's key counts. */
    private static void keep(KeyPair pair, Path file) throws IOException {
        var folder = file.resolveSibling(".");
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var fresh = Files.createTempFile(
                folder,
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        try {
            var _ = Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFaster) {
            // Theirs it is.
        } finally {
            Files.delete(fresh);
        }
    }

    /** The key's thumbprint (RFC 7638), so that it needs no name of its own. */
    String id() {
        var members = "{\"crv\":\"P-384\",\"kty\":\"EC\",\"x\":\"" + x() + "\",\"y\":\"" + y() + "\"}";
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return URL.encodeToString(digest.digest(members.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }

    /** The public half's coordinates as a JSON Web Key has them. */
    String x() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineX());
    }

    String y() {
        return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineY());
    }

    /** ES384: the two numbers side by side, as JSON Web Signatures want them. */
    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA384withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key does not sign", impossible);
        }
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return URL.encodeToString(fixed);
    }

    private static String pem(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static byte[] part(String text, String kind, Path file) throws IOException {
        var found = Pattern.compile("-----BEGIN " + kind + "-----(.*?)-----END " + kind + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new IOException("no " + kind.toLowerCase(java.util.Locale.ROOT) + " in " + file);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}

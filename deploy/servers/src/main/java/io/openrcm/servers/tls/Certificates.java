package io.openrcm.servers.tls;

import io.openrcm.servers.Passwords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A certificate authority of one's own and what it signs for the servers of one machine: made at the first question, the same ever after,
 * in a folder that only its owner may enter (0700, files 0600). {@code authority.p12} holds the authority's key. Clients need
 * {@code ca.pem}, or {@code trust.p12} with the password in {@code trust.password}.
 */
public final class Certificates {

    private static final String AUTHORITY = "authority";
    private static final String AUTHORITY_DAYS = "3650";
    private static final String SERVER_DAYS = "825";

    private final Path folder;
    private final Passwords passwords;

    private Certificates(Path folder) {
        this.folder = folder;
        this.passwords = Passwords.keptIn(folder);
    }

    public static Certificates keptIn(Path folder) {
        return new Certificates(folder.toAbsolutePath().normalize());
    }

    /** The authority's certificate, PEM: who trusts it trusts the servers. */
    public Path authority() throws IOException {
        synchronized (Certificates.class) {
            var certificate = folder.resolve("ca.pem");
            if (!Files.exists(certificate)) {
                makeAuthority(certificate);
            }
            return certificate;
        }
    }

    /** One PEM file with a server's certificate, its authority's, and its key. The names it answers to: this machine's and its own. */
    public Path of(String server) throws IOException {
        var bundle = folder.resolve(server + ".pem");
        if (!Files.exists(bundle)) {
            var _ = authority();
            makeServer(server, bundle);
        }
        return bundle;
    }

    private void makeAuthority(Path certificate) throws IOException {
        var password = passwords.of("authority.password");
        var fresh = folder.resolve(AUTHORITY + ".new");
        Files.deleteIfExists(fresh);
        makeKey(fresh, AUTHORITY, AUTHORITY_DAYS, "-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:c=keyCertSign");
        try {
            var made = load(fresh, password).getCertificate(AUTHORITY);
            var trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(AUTHORITY, made);
            var trustPassword = passwords.of("trust.password").toCharArray();
            var trustFile = ownersOnly(folder.resolve("trust.p12"));
            try (var out = Files.newOutputStream(trustFile)) {
                trust.store(out, trustPassword);
            }
            Files.move(fresh, folder.resolve(AUTHORITY + ".p12"), StandardCopyOption.REPLACE_EXISTING);
            write(certificate, pem("CERTIFICATE", made.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IOException("cannot make a certificate authority in " + folder, impossible);
        }
    }

    private void makeServer(String server, Path bundle) throws IOException {
        var password = passwords.of("authority.password");
        var work = folder.resolve(server + ".new");
        Files.copy(folder.resolve(AUTHORITY + ".p12"), work, StandardCopyOption.REPLACE_EXISTING);
        var names = "san=dns:localhost,ip:127.0.0.1,dns:" + server;
        makeKey(work, server, SERVER_DAYS, "-signer", AUTHORITY, "-ext", names, "-ext", "eku=serverAuth");
        try {
            var made = load(work, password);
            var text = new StringBuilder();
            for (var certificate : made.getCertificateChain(server)) {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            var key = Objects.requireNonNull(made.getKey(server, password.toCharArray()));
            write(bundle, text.append(pem("PRIVATE KEY", key.getEncoded())).toString());
        } catch (GeneralSecurityException impossible) {
            throw new IOException("cannot make a certificate for " + server + " in " + folder, impossible);
        }
        Files.delete(work);
    }

    /** The JDK makes certificates with its own {@code keytool} only; the password stays off the command line. */
    private void makeKey(Path store, String name, String days, String... more) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name + ",O=OpenRCM", "-validity", days));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(
                List.of("-storepass:file", folder.resolve("authority.password").toString()));
        command.addAll(Arrays.asList(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool did not make a key for " + name + ": " + said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", stopped);
        }
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
    }

    private static KeyStore load(Path store, String password) throws IOException, GeneralSecurityException {
        var loaded = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            loaded.load(in, password.toCharArray());
        }
        return loaded;
    }

    private static String pem(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /** Under another name first: a file of its own name is complete. */
    private static void write(Path file, String text) throws IOException {
        var fresh = ownersOnly(file.resolveSibling(file.getFileName() + ".new"));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path ownersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}

package cn.publiccredit.report.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code seal.pem}: an RSA key (PKCS #8) and its certificate, readable by the service's own user only. */
final class SealFile {

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private final Path file;

    SealFile(Path directory) {
        this.file = directory.resolve("seal.pem");
    }

    boolean exists() {
        return Files.exists(file);
    }

    SealKey read() throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(part(pem, KEY)));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(part(pem, CERTIFICATE)));
        return new SealKey(key, certificate, DemonstrationSeal.made(certificate));
    }

    /** Writes the file unless another replica was quicker; what counts is what {@link #read()} finds afterwards. */
    void write(SealKey made) throws IOException, GeneralSecurityException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, "seal", ".draft", ownerOnly(directory));
        try {
            Files.writeString(draft, block(KEY, made.key().getEncoded())
                    + block(CERTIFICATE, made.certificate().getEncoded()), StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherReplica) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static String block(String name, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }

    private byte[] part(String pem, String name) throws GeneralSecurityException {
        Matcher found = Pattern.compile("-----BEGIN " + name + "-----(.+?)-----END " + name + "-----", Pattern.DOTALL)
                .matcher(pem);
        if (!found.find()) {
            throw new GeneralSecurityException(file + " has no " + name);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}

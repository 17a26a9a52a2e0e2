package cn.publiccredit.report.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * The key that seals reports, and the certificate that says whose it is.
 *
 * @param demonstration whether this platform made the certificate itself, so that it proves nothing to outsiders
 */
record SealKey(PrivateKey key, X509Certificate certificate, boolean demonstration) {

    String owner() {
        return certificate.getSubjectX500Principal().getName();
    }
}

package cn.publiccredit.report.verification;

import cn.publiccredit.report.archive.Sha256;
import cn.publiccredit.support.problem.CommonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file sent for verification: hashed while it streams by, never held. */
final class Upload {

    private Upload() {}

    /** The hash in hexadecimal. @throws cn.publiccredit.support.problem.Problem 413 when there are more bytes than that */
    static String hash(InputStream file, long mostBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[64 * 1024];
        long read = 0;
        for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
            read += n;
            if (read > mostBytes) {
                throw CommonProblem.TOO_LARGE.with();
            }
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

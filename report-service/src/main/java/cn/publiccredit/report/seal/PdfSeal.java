package cn.publiccredit.report.seal;

import cn.publiccredit.report.ReportSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.springframework.stereotype.Component;

/**
 * Seals PDFs with a detached CMS signature, so that any PDF reader tells when a file was changed.
 *
 * <p>The same file sealed for the same time gives the same bytes.
 */
@Component
public class PdfSeal {

    private final SealKey seal;
    private final String issuer;

    PdfSeal(ReportSettings settings, Clock clock) throws IOException, GeneralSecurityException {
        SealFile file = new SealFile(settings.sealKeys());
        if (!file.exists()) {
            file.write(DemonstrationSeal.make(clock));
        }
        this.seal = file.read();
        this.issuer = settings.issuer();
    }

    /** What the seal is worth, in the words that the report prints. */
    public String notice() {
        return seal.demonstration()
                ? "本文件已加盖电子签名，所用为本地演示证书，仅供演示，不具有法律效力。"
                : "本文件已加盖电子签章，签章人：" + seal.owner() + "。文件如有改动，签章即失效。";
    }

    /**
     * The file with the signature appended.
     *
     * @param identifier of the file; the same for the same report
     */
    public byte[] sealed(byte[] pdf, ZonedDateTime at, long identifier) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length + 32 * 1024)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName(issuer);
            signature.setReason("信用报告");
            signature.setSignDate(GregorianCalendar.from(at));
            document.setDocumentId(identifier);
            document.addSignature(signature, new CmsSignature(seal, at.toInstant()));
            document.saveIncremental(sealed);
            return sealed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

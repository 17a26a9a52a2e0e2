package cn.publiccredit.report.rendering;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Prints reports as PDF with embedded fonts, which are loaded with the first. The same report gives the same bytes. */
@Component
@Lazy
public class PdfRenderer {

    private static final Pattern DATES =
            Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</)");

    private final Fonts fonts;
    private final String css = css();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfRenderer(Fonts fonts) {
        this.fonts = fonts;
        // What goes wrong is thrown; the library's own log tells of every style sheet.
        XRLog.setLoggingEnabled(false);
    }

    public byte[] render(PrintedReport report) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        fonts.registerWith(builder);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(colours);
        builder.withProducer(report.issuer());
        // Nothing is fetched from anywhere: all that a page needs is in it.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(html(report), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream(256 * 1024)) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document, report);
            document.save(pdf);
            document.close();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(PrintedReport report) {
        Html html = new Html(fonts);
        html.raw("<html lang=\"zh-CN\"><head><title>").text(report.content().title() + " " + report.number())
                .raw("</title><style>").raw(css).raw("</style></head><body>")
                .element("div", "running-title", report.content().title() + "  " + brief(report.content().subjectName()))
                .element("div", "running-number", "报告编号 " + report.number());
        CoverPage.write(html, report);
        Body.write(html, report);
        return html.raw("</body></html>").toString();
    }

    private static String brief(String name) {
        return name.length() <= 32 ? name : name.substring(0, name.offsetByCodePoints(0, 31)) + "…";
    }

    private static void describe(PDDocument document, PrintedReport report) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        GregorianCalendar issued = GregorianCalendar.from(report.issuedAt());
        information.setCreationDate(issued);
        information.setModificationDate(issued);
        information.setSubject(report.content().subjectName());
        date(document, report);
        information.setKeywords(report.number());
        // Otherwise the file's identifier would hold the time of printing.
        document.setDocumentId((long) report.number().hashCode());
    }

    // The library writes the time of printing there.
    private static void date(PDDocument document, PrintedReport report) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String dated = DATES.matcher(new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                .replaceAll("$1" + report.issuedAt().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static String css() {
        try (InputStream in = new ClassPathResource("report.css").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

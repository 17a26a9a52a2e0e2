package cn.publiccredit.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTests {

    private static final PdfRenderer RENDERER = new PdfRenderer(new Fonts());

    @Test
    void allRowsAreThereAndTheHeadingAndPageNumbersRepeatOnEveryPage() throws IOException {
        byte[] pdf = RENDERER.render(ContentFixture.report("合肥晨曦食品有限公司", 200));
        keep(pdf, "200-penalties.pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(20);
            String all = plain(document, 1, pages);
            for (int i = 1; i <= 200; i++) {
                assertThat(all).contains("皖市监处罚〔2026〕" + i + "号");
            }
            for (int page = 1; page <= pages; page++) {
                assertThat(plain(document, page, page)).contains("第" + page + "页/共" + pages + "页");
            }
            assertThat(plain(document, 10, 10)).contains("二、行政管理·行政处罚（共200条）", "报告编号" + ContentFixture.NUMBER);
            assertThat(all).contains("异议处理中", "查询期内无相关信息", "不具有法律效力");
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(ContentFixture.report("合肥晨曦食品有限公司", 3)))) {
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
        }
    }

    @Test
    void rareCharactersArePrintedAndThoseOutsideTheFontAreNamed() throws IOException {
        byte[] pdf = RENDERER.render(ContentFixture.report("囧㛃𬭎龑䶮喆〇有限公司\u0001𠮷店", 1));
        keep(pdf, "rare.pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = plain(document, 1, document.getNumberOfPages());
            assertThat(text).contains("囧㛃𬭎龑䶮喆〇有限公司〔U+0001〕〔U+20BB7〕店");
            assertThat(text).contains("以下字符超出字库范围");
        }
    }

    @Test
    void textFromOutsideIsNeverMarkup() throws IOException {
        byte[] pdf = RENDERER.render(ContentFixture.report("<img src=\"file:///etc/passwd\"/>&lt;公司]]>", 1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(plain(document, 1, 1)).contains("<imgsrc=\"file:///etc/passwd\"/>&lt;公司]]>");
        }
    }

    @Test
    void aTextLongerThanAPageGoesOnOnTheNext() throws IOException {
        String name = "合肥晨曦食品有限公司";
        PrintedReport report = ContentFixture.report(name.repeat(500), 1);
        try (PDDocument document = Loader.loadPDF(RENDERER.render(report))) {
            String all = plain(document, 1, document.getNumberOfPages());
            assertThat(all.split(name, -1).length).isGreaterThan(1000);
        }
    }

    @Test
    void theQrCodeLeadsToTheVerification() throws Exception {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(ContentFixture.report("合肥晨曦食品有限公司", 0)))) {
            BufferedImage cover = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = cover.getRGB(0, 0, cover.getWidth(), cover.getHeight(), null, 0, cover.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(cover.getWidth(), cover.getHeight(), pixels)));
            assertThat(new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText()).isEqualTo(ContentFixture.ADDRESS.toString());
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        PrintedReport report = ContentFixture.report("合肥晨曦食品有限公司", 5);
        assertThat(Arrays.equals(RENDERER.render(report), RENDERER.render(report))).isTrue();
    }

    private static String plain(PDDocument document, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(document).replaceAll("\\s", "");
    }

    /** For people who want to look at it. */
    private static void keep(byte[] pdf, String name) throws IOException {
        Path target = Path.of("target");
        Files.write(target.resolve(name), pdf);
    }
}

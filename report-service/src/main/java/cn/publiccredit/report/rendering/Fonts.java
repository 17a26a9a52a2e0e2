package cn.publiccredit.report.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The fonts that are embedded into every report, and which characters they have. */
@Component
@Lazy
class Fonts {

    private final byte[] regular = load("fonts/NotoSansSC-Regular.ttf");
    private final byte[] bold = load("fonts/NotoSansSC-Bold-GB2312.ttf");
    private final BitSet characters = characters(regular);
    private final Map<Integer, Integer> twins = twins();

    /** The character that prints this one: itself, or the one that shares its glyph; empty when the font has none. */
    OptionalInt printable(int codePoint) {
        int shown = twins.getOrDefault(codePoint, codePoint);
        return characters.get(shown) ? OptionalInt.of(shown) : OptionalInt.empty();
    }

    void registerWith(PdfRendererBuilder builder) {
        builder.useFont(() -> new ByteArrayInputStream(regular), "text", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), "heading", 400, FontStyle.NORMAL, true);
    }

    private static byte[] load(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, Integer> twins() {
        return new String(load("fonts/twins.txt"), StandardCharsets.US_ASCII).lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(
                        pair -> Integer.valueOf(pair[0], 16), pair -> Integer.valueOf(pair[1], 16)));
    }

    private static BitSet characters(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            CmapLookup cmap = parsed.getUnicodeCmapLookup();
            BitSet there = new BitSet(0x30000);
            for (int codePoint = ' '; codePoint < 0x32000; codePoint++) {
                there.set(codePoint, cmap.getGlyphId(codePoint) > 0);
            }
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

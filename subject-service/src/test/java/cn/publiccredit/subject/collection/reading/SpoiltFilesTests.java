package cn.publiccredit.subject.collection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.Gunzip;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.xlsx.Zips;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of docs/collection.md: each way to spoil a file, for each format, plain and packed. */
class SpoiltFilesTests {

    private static final InflationBounds BOUNDS = new InflationBounds(256 << 20, 250);
    private static final int MEBIBYTE = 1 << 20;

    /** A sound file of each format. */
    enum Sound {
        CSV("企业名称,住所\n甲,乙\n"),
        NDJSON("{\"企业名称\":\"甲\"}\n{\"企业名称\":\"乙\"}\n"),
        XLSX("");

        private final String text;

        Sound(String text) {
            this.text = text;
        }

        byte[] in(Charset charset) {
            return this == XLSX ? Zips.zip(Zips.workbook("<row><c t='str'><v>甲</v></c></row>".repeat(500)))
                    : text.getBytes(charset);
        }

        byte[] bytes() {
            return in(StandardCharsets.UTF_8);
        }

        /** Sixty-four MiB that pack into next to nothing. */
        byte[] endless() {
            byte[] whole = bytes();
            byte[] grown = Arrays.copyOf(whole, whole.length + 64 * MEBIBYTE);
            Arrays.fill(grown, whole.length, grown.length, (byte) ' ');
            return this == XLSX ? Zips.bomb(64) : grown;
        }
    }

    static Stream<Arguments> spoilt() {
        List<Arguments> all = new ArrayList<>();
        for (Sound sound : List.of(Sound.CSV, Sound.NDJSON)) {
            Charset gb18030 = Encoding.GB18030.charset();
            eitherWay(all, sound, "in UTF-16", sound.in(StandardCharsets.UTF_16), FileDefect.UTF_16);
            eitherWay(all, sound, "in UTF-32", sound.in(Charset.forName("UTF-32BE")), FileDefect.NUL_BYTES);
            eitherWay(all, sound, "with a NUL", (sound.text + "甲\0").getBytes(StandardCharsets.UTF_8), FileDefect.NUL_BYTES);
            eitherWay(all, sound, "UTF-8, then GB18030", joined(sound.bytes(), sound.in(gb18030)), FileDefect.ENCODING);
            eitherWay(all, sound, "GB18030, then UTF-8",
                    joined((sound.text.repeat(40)).getBytes(gb18030), sound.text.repeat(4).getBytes(StandardCharsets.UTF_8)),
                    FileDefect.ENCODING);
            eitherWay(all, sound, "cut within a character",
                    cut((sound.text + "甲").getBytes(StandardCharsets.UTF_8), 1), FileDefect.ENCODING);
            eitherWay(all, sound, "in a zip", Zips.zip(Map.of("data", sound.text)), FileDefect.PACKED);
            eitherWay(all, sound, "of nothing but blanks", " \r\n\t".getBytes(StandardCharsets.UTF_8), FileDefect.EMPTY);
        }
        for (Sound sound : Sound.values()) {
            byte[] packed = gzip(sound.bytes());
            add(all, sound, "gzip, cut off", cut(packed, packed.length / 2), FileDefect.GZIP);
            add(all, sound, "gzip, without its last bytes", cut(packed, 4), FileDefect.GZIP);
            add(all, sound, "gzip with a wrong checksum", flipped(packed, packed.length - 6), FileDefect.GZIP);
            add(all, sound, "gzip with bytes behind it", joined(packed, "完".getBytes(StandardCharsets.UTF_8)), FileDefect.GZIP_TAIL);
            add(all, sound, "gzip with one byte behind it", joined(packed, new byte[] {0}), FileDefect.GZIP_TAIL);
            add(all, sound, "gzip with the file itself behind it", joined(packed, sound.bytes()), FileDefect.GZIP_TAIL);
            add(all, sound, "gzip with a second member that is cut off", joined(packed, cut(packed, 9)), FileDefect.GZIP);
            add(all, sound, "gzip with a second member that is a bomb", joined(gzip(new byte[0]), gzip(sound.endless())), FileDefect.BOMB);
            add(all, sound, "gzip within gzip", gzip(packed), FileDefect.PACKED);
            add(all, sound, "a gzip bomb", gzip(sound.endless()), FileDefect.BOMB);
        }
        eitherWay(all, Sound.XLSX, "cut off", cut(Sound.XLSX.bytes(), 400), FileDefect.WORKBOOK);
        eitherWay(all, Sound.XLSX, "a zip bomb", Sound.XLSX.endless(), FileDefect.BOMB);
        return all.stream();
    }

    private static void eitherWay(List<Arguments> all, Sound sound, String how, byte[] file, FileDefect defect) {
        add(all, sound, how, file, defect);
        add(all, sound, how + ", in gzip", gzip(file), defect);
    }

    private static void add(List<Arguments> all, Sound sound, String how, byte[] file, FileDefect defect) {
        all.add(Arguments.of(Named.of(sound + " " + how, file), defect));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoilt")
    void aSpoiltFileIsRefusedByNameBeforeAnyRowIsRead(byte[] file, FileDefect defect) throws IOException {
        assertThat(finding(file).defect()).isEqualTo(defect);
    }

    @ParameterizedTest
    @EnumSource
    void aSoundFileOfEachFormatIsReadPlainAndPacked(Sound sound) throws IOException {
        for (byte[] file : List.of(sound.bytes(), gzip(sound.bytes()), sound.in(Encoding.GB18030.charset()))) {
            assertThat(finding(file).defect()).isNull();
            assertThat(finding(file).format()).isEqualTo(FileFormat.valueOf(sound.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFilePackedInSeveralMembersIsReadToItsEnd(Sound sound) throws IOException {
        byte[] whole = sound.bytes();
        byte[] packed = gzip(new byte[0]);
        for (byte b : whole) {
            packed = joined(packed, gzip(new byte[] {b}));
        }
        byte[] file = packed;
        assertThat(finding(file).defect()).isNull();
        // A stream that never tells whether there is more, as those of the store.
        InputStream silent = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int available() {
                return 0;
            }
        };
        assertThat(Gunzip.of(silent, BOUNDS, () -> file.length).readAllBytes()).isEqualTo(whole);
    }

    @Test
    void aHeaderWithNameCommentExtraPartAndChecksumIsPassedOver() throws IOException {
        byte[] header = {0x1F, (byte) 0x8B, 8, 0x1E, 1, 2, 3, 4, 0, 3, 2, 0, 'x', 'y', 'a', '.', 'c', 's', 'v', 0, 'c', 0};
        CRC32 checksum = new CRC32();
        checksum.update(header);
        byte[] plain = gzip(Sound.CSV.bytes());
        byte[] check = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
        byte[] file = joined(joined(header, check), Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(finding(file).defect()).isNull();
        assertThat(finding(flipped(file, header.length)).defect()).isEqualTo(FileDefect.GZIP);
    }

    private static FileInspection.Finding finding(byte[] file) throws IOException {
        return new FileInspection(BOUNDS, () -> file.length).of(new ByteArrayInputStream(file));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
    }

    private static byte[] cut(byte[] whole, int bytes) {
        return Arrays.copyOf(whole, whole.length - bytes);
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] other = whole.clone();
        other[at] ^= 0x55;
        return other;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

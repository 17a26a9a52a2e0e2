package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Batch;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Uploads;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The department uploads its files and reads what was refused. */
public final class Collecting {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final DemoFiles files;
    private final Uploads uploads;

    Collecting(Company company, Door department) {
        this.files = new DemoFiles(company);
        this.uploads = new Uploads(department, PATIENCE);
    }

    /**
     * What a file came to.
     *
     * @param rejects the refused rows with their reasons, as the platform gives them; empty when none was refused
     */
    public record Collected(Batch batch, byte[] rejects) {

        /** The rejects as text, whichever of the two encodings they are in. */
        public String rejectText() {
            String utf = new String(rejects, StandardCharsets.UTF_8);
            return utf.indexOf('\uFFFD') < 0 ? utf : new String(rejects, GB18030);
        }
    }

    public Collected uploadRegistration() {
        return expect("DJ", files.registration(), 1, 0);
    }

    /** Five rows, three of them wrong. */
    public Collected uploadPenalties() {
        return expect("CF", files.penalties(), 2, 3);
    }

    /** Three rows, one of them wrong. */
    public Collected uploadLicences() {
        return expect("XK", files.licences(), 2, 1);
    }

    private Collected expect(String item, byte[] csv, int accepted, int rejected) {
        Batch batch = uploads.upload(item, csv);
        unless(batch.isDone() && batch.addsUp() && batch.accepted() == accepted && batch.rejected() == rejected,
                item + " 批次 DONE，入库 / accepted " + accepted + "，退回 / rejected " + rejected, batch);
        Collected collected = new Collected(batch, rejected == 0 ? new byte[0] : uploads.rejects(batch));
        unless(rejected == 0 || collected.rejectText().contains("错误说明"),
                "退回文件带有每行的原因 / the rejects tell each row's reasons", collected.rejectText());
        return collected;
    }
}

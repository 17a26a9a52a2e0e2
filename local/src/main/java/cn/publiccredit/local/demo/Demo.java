package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.client.SuiteFailure;
import cn.publiccredit.local.demo.Collecting.Collected;
import cn.publiccredit.local.demo.Financing.Drawn;
import cn.publiccredit.local.demo.Financing.Screened;
import cn.publiccredit.local.demo.Listing.Listed;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import cn.publiccredit.local.demo.Repairing.Repaired;
import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** {@code ./credit demo}: the main story, told as it happens. */
public final class Demo {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private final Journey journey;
    private final Path folder;
    private final Story story;

    private Demo(Journey journey, Path folder, Story story) {
        this.journey = journey;
        this.folder = folder;
        this.story = story;
    }

    /**
     * Plays the story against a running suite.
     *
     * @param folder where the report and the rejected rows are left
     * @return 0 when every step was as expected, 1 otherwise
     */
    public static int play(Suite suite, Path folder, PrintStream out) {
        Story story = new Story(out);
        try {
            new Demo(Journey.on(suite, CLOCK), folder, story).play();
            return 0;
        } catch (SuiteFailure failure) {
            story.plain("✗ 与期望不符，演示中止 / not as expected, the demo stops here\n  " + failure.getMessage());
            return 1;
        }
    }

    private void play() {
        Company company = journey.openAccount();
        story.tell("主角是一家虚构企业：" + company.name() + "（" + company.uscc() + "）。",
                "The story is about an invented company; it has just got an account of its own.");
        collect();
        ShownPenalty penalty = journey.publicView().penaltyIsShown();
        story.tell("任何人在公示页面都能看到这条严重失信处罚，公示至 " + penalty.until() + "。",
                "Anyone sees the serious penalty on the public page, until that day.");
        Listed entry = journey.listing().list(penalty);
        unless(journey.publicView().listEntries() == 1, "名单公示 1 条 / one public list entry", journey.publicView().listEntries());
        story.tell("市场监管部门提出列入“" + entry.listName() + "”，企业放弃陈述，提出人自己不能批准，由另一人复核后公布。",
                "The department proposes the listing; its own approval is refused, a second person approves and it is published.");
        Screened hit = screen();
        Drawn report = draw();
        repair(penalty, entry);
        journey.publicView().penaltyIsGone(penalty);
        unless(journey.publicView().listEntries() == 0, "名单不再公示 / no public list entry", journey.publicView().listEntries());
        story.tell("公示页面已没有这条处罚和名单。", "The public page shows neither the penalty nor the entry any more.");
        Screened clear = journey.financing().screen("CLEAR");
        journey.financing().receiptStands(hit);
        story.tell("银行再次核查：未命中，回执 " + clear.receipt() + "；旧回执仍是当时的应答。",
                "The bank screens again: CLEAR. The old receipt still shows what was answered then.");
        verifyOld(report);
        story.plain("\n演示完成，每一步都符合期望。文件在 " + folder + " / Done, every step as expected; files are there.");
    }

    private void collect() {
        journey.collecting().uploadRegistration();
        Collected penalties = journey.collecting().uploadPenalties();
        Collected licences = journey.collecting().uploadLicences();
        Path file = keep("rejects-CF.csv", penalties.rejects());
        keep("rejects-XK.csv", licences.rejects());
        story.tell("市场监管部门按国家标准列（GB18030 CSV）上传处罚和许可：处罚 5 行入库 2 行、退回 3 行，许可 3 行入库 2 行、退回 1 行。",
                "The department uploads penalties and licences in the national columns; wrong rows come back with their reasons.");
        story.detail("退回文件 / rejects: " + file);
        penalties.rejectText().lines().skip(1).map(Demo::reason).forEach(story::detail);
        unless(journey.publicView().licences() == 2, "公示许可 2 条 / two public licences", journey.publicView().licences());
    }

    /** A reject's last cell: the sentence for the clerk. */
    private static String reason(String line) {
        String text = line.strip().replaceAll("\"$", "");
        int quote = Math.max(text.lastIndexOf("\",\""), text.lastIndexOf(','));
        return text.substring(quote + 1).replaceAll("^[\",]+", "");
    }

    private Screened screen() {
        Screened hit = journey.financing().screen("HIT");
        story.tell("银行贷前核查：命中，回执 " + hit.receipt() + "。", "A bank screens the company before a loan: HIT, with measures and a receipt.");
        story.detail("措施 / measures: " + String.join("、", hit.measures()));
        return hit;
    }

    private Drawn draw() {
        journey.financing().reportIsRefusedWithoutConsent();
        Drawn report = journey.financing().drawReport(journey.financing().consent());
        Path file = keep("report-" + report.number() + ".pdf", report.pdf());
        story.tell("未经授权银行不能查报告；企业授权后，银行出具信用报告 " + report.number() + "。",
                "Without consent the bank is refused; with the company's consent it draws a credit report.");
        story.detail(file.toString());
        unless(journey.verifying().byNumber(report).isEmpty(), "刚出具的报告没有变化 / nothing has changed yet",
                journey.verifying().byNumber(report));
        journey.verifying().byFile(report);
        journey.verifying().alteredFileIsNotGenuine(report);
        story.tell("任何人凭编号和验证码、或凭 PDF 文件都能验证报告真实；改动一个字节即不真实。",
                "Anyone can verify it, by number and code or by the PDF file itself; one altered byte shows.");
        return report;
    }

    private void repair(ShownPenalty penalty, Listed entry) {
        Reply submitted = journey.repairing().apply(penalty, entry);
        Reply accepted = journey.repairing().accept(submitted);
        Repaired repaired = journey.repairing().approve(accepted);
        story.tell("企业申请信用修复并公开承诺，部门受理，另一人批准，各步骤自动办结。",
                "The company applies for repair, the department accepts, a second person approves, and the steps run.");
        story.detail(String.join(" → ", repaired.steps()));
    }

    private void verifyOld(Drawn report) {
        List<String> changes = journey.verifying().byNumber(report);
        unless(!changes.isEmpty(), "旧报告说明此后的变化 / the old report tells what has changed", "无变化 / nothing");
        journey.verifying().byFile(report);
        story.tell("旧报告仍可验证，并说明出具后的变化。", "The old report is still genuine, and tells what has changed since.");
        changes.forEach(story::detail);
    }

    private Path keep(String name, byte[] bytes) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

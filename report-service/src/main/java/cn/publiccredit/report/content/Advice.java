package cn.publiccredit.report.content;

import cn.publiccredit.report.source.Dates;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the subject can do next to mend its credit, 信用状况提升建议. */
final class Advice {

    private Advice() {}

    static String of(Template template, List<RecordFacts> records, List<EntryFacts> entries, LocalDate today) {
        List<String> sentences = new ArrayList<>();
        List<LocalDate> repairable = records.stream()
                .filter(r -> !Words.severity(r.severity()).isEmpty())
                .flatMap(r -> Dates.day(r.earliestRepair()).stream())
                .sorted().toList();
        long now = repairable.stream().filter(day -> !day.isAfter(today)).count();
        if (now > 0) {
            sentences.add("有 " + now + " 条失信信息已达到最短公示期，在纠正违法失信行为、履行相关义务并作出信用承诺后，可通过本平台申请信用修复。");
        }
        Optional<LocalDate> next = repairable.stream().filter(day -> day.isAfter(today)).findFirst();
        next.ifPresent(day -> sentences.add("有 " + (repairable.size() - now) + " 条失信信息尚在最短公示期内，最早可于"
                + Words.inFull(day) + "起申请信用修复，请及早纠正违法失信行为并履行相关义务。"));
        entries.stream().filter(e -> !e.kind().equals("RED")).map(EntryFacts::listName).distinct().forEach(list ->
                sentences.add("已被列入“" + list + "”，请尽快纠正失信行为，符合移出条件后向认定机关申请移出。"));
        sentences.add(template.defaultAdvice());
        return String.join("\n", sentences);
    }
}

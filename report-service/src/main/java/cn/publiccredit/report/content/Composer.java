package cn.publiccredit.report.content;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.RepairFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills a template's sections with gathered facts. Every reported fact lands in exactly one section. */
public final class Composer {

    private final Template template;
    private final Facts facts;
    private final LocalDate today;
    private final List<RecordFacts> records;
    private final Map<Template.SectionRule, List<RecordFacts>> bySection;
    private final List<EntryFacts> entries;
    private final List<RepairFacts> repairs;
    private final List<Evidence.RecordVersion> recordVersions = new ArrayList<>();
    private final List<Evidence.EntryState> entryStates = new ArrayList<>();

    private Composer(Template template, Facts facts) {
        this.template = template;
        this.facts = facts;
        this.today = facts.gatheredAt().toLocalDate();
        this.records = facts.records().stream().filter(r -> r.isReported(today)).toList();
        this.bySection = new HashMap<>();
        records.forEach(record -> template.sectionOf(record, facts.catalogue())
                .ifPresent(section -> bySection.computeIfAbsent(section, s -> new ArrayList<>()).add(record)));
        this.entries = facts.entries().stream().filter(e -> e.isReported(today)).toList();
        this.repairs = facts.repairs().stream().filter(RepairFacts::isReported).toList();
    }

    /** The report that the template makes of these facts; every record's item must be in the catalogue. */
    public static Composed compose(Template template, Facts facts) {
        return new Composer(template, facts).composed();
    }

    private Composed composed() {
        List<Section> sections = template.sections().stream().map(this::section).toList();
        List<Evidence.ItemVersion> catalogue = facts.catalogue().values().stream()
                .map(item -> new Evidence.ItemVersion(item.code(), item.version())).toList();
        Content content = new Content(
                template.title(), template.edition(), facts.subject().name(), facts.subject().uscc(), facts.scope(),
                facts.purpose(), Labels.of(facts.subject(), records, entries), overview(sections), template.explanations(), sections);
        return new Composed(content, List.copyOf(recordVersions), List.copyOf(entryStates), catalogue);
    }

    private Section section(Template.SectionRule rule) {
        if (rule.part() == Template.Part.ADVICE) {
            return new Section(rule.code(), rule.number(), rule.title(), false,
                    Advice.of(template, records, entries, today), List.of());
        }
        List<Block> blocks = new ArrayList<>();
        boolean subjectShown = rule.part() == Template.Part.SUBJECT;
        if (subjectShown) {
            blocks.add(SubjectBlock.of(facts.subject()));
        }
        List<RecordFacts> own = bySection.getOrDefault(rule, List.of());
        for (Template.ItemRule item : rule.items()) {
            // The registration is what the subject's own block already prints.
            boolean printedAbove = subjectShown && facts.subject().registered() != null;
            addRecords(rule, own.stream().filter(item::holds).toList(), item.columns(), blocks, !printedAbove);
        }
        own.stream().filter(record -> !rule.names(record))
                .collect(Collectors.groupingBy(RecordFacts::item, TreeMap::new, Collectors.toList())).values()
                .forEach(ofItem -> addRecords(rule, ofItem, null, blocks, true));
        addEntries(rule, blocks);
        if (rule.part() == Template.Part.REST && !repairs.isEmpty()) {
            blocks.add(OtherBlocks.repairs(repairs));
        }
        boolean empty = blocks.isEmpty();
        return new Section(rule.code(), rule.number(), rule.title(), empty, empty ? template.emptySentence() : null, blocks);
    }

    private void addRecords(Template.SectionRule section, List<RecordFacts> ofItem, @Nullable List<String> columns,
            List<Block> blocks, boolean printed) {
        CatalogItem item = ofItem.isEmpty() ? null : facts.catalogue().get(ofItem.getFirst().item());
        if (item == null) {
            return;
        }
        ofItem.forEach(r -> recordVersions.add(
                new Evidence.RecordVersion(r.id(), r.version(), r.item(), section.code())));
        if (printed) {
            blocks.add(RecordBlock.of(item, columns, ofItem, template.disputedMark()));
        }
    }

    private void addEntries(Template.SectionRule section, List<Block> blocks) {
        TreeMap<String, List<EntryFacts>> byList = entries.stream()
                .filter(e -> template.sectionOfList(e.kind()).filter(section::equals).isPresent())
                .collect(Collectors.groupingBy(EntryFacts::list, TreeMap::new, Collectors.toList()));
        byList.forEach((list, entered) -> {
            blocks.add(OtherBlocks.entries(entered.getFirst().listName(), list, entered));
            entered.forEach(e -> entryStates.add(
                    new Evidence.EntryState(e.id(), e.list(), section.code(), e.until())));
        });
    }

    private List<Content.Count> overview(List<Section> sections) {
        List<Content.Count> counts = new ArrayList<>();
        for (Section section : sections) {
            if (section.empty()) {
                counts.add(new Content.Count(section.title(), 0));
            }
            section.blocks().stream().filter(b -> b.item() != null || b.rows().stream().anyMatch(r -> r.id() != null))
                    .forEach(b -> counts.add(new Content.Count(b.title(), b.count())));
        }
        return counts;
    }
}

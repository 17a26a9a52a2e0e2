package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentType.CodeList;
import cn.publiccredit.catalog.content.ContentType.Known;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.catalog.protection.ForbiddenData;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which templates and models there are, and what must hold in each. */
@Configuration(proxyBeanMethods = false)
class TemplateContent {

    @Bean
    ContentType<CommitmentTemplate> commitmentTemplates() {
        return new ContentType<>(Kind.COMMITMENT_TEMPLATES, CommitmentTemplate.class,
                TemplateContent::check);
    }

    @Bean
    ContentType<ReportTemplate> reportTemplates() {
        return new ContentType<>(Kind.REPORT_TEMPLATES, ReportTemplate.class, TemplateContent::check);
    }

    @Bean
    ContentType<EvaluationModel> evaluationModels() {
        return new ContentType<>(Kind.EVALUATION_MODELS, EvaluationModel.class, ModelRules::check);
    }

    private static void check(CommitmentTemplate template, Known known, Faults faults) {
        Integer days = template.validDays();
        faults.unless(days == null || days > 0, "validDays", "range",
                "有效天数应大于 0；长期有效的请留空。", "validDays must be above 0; leave it out where there is no end.");
        ForbiddenData.check("code", template.code(), faults);
        ForbiddenData.check("name", template.name(), faults);
        ForbiddenData.check("text", template.text(), faults);
        ForbiddenData.check("consequence", template.consequence(), faults);
        CommitmentTemplate.Breach breach = template.breach();
        if (breach != null) {
            breach.measures().stream().filter(measure -> !known.has(Kind.MEASURES, measure))
                    .forEach(measure -> faults.unknown("breach.measures", Kind.MEASURES.path(), measure));
            if (breach.list() != null && !known.has(Kind.LISTS, breach.list())) {
                faults.unknown("breach.list", Kind.LISTS.path(), breach.list());
            }
        }
    }

    private static void check(ReportTemplate template, Known known, Faults faults) {
        ForbiddenData.check("title", template.title(), faults);
        for (int i = 0; i < template.sections().size(); i++) {
            ForbiddenData.check("sections[" + i + "].title", template.sections().get(i).title(), faults);
            List<ReportTemplate.ItemRule> items = template.sections().get(i).items();
            for (int j = 0; j < items.size(); j++) {
                check(items.get(j), template.effectiveFrom(), known, "sections[" + i + "].items", j, faults);
            }
        }
        long sections = template.sections().stream().map(ReportTemplate.SectionRule::code).distinct().count();
        faults.unless(sections == template.sections().size(), "sections", "twice",
                "章节代码重复，请改为各不相同。", "Two sections have the same code; make them differ.");
    }

    private static void check(
            ReportTemplate.ItemRule named, LocalDate day, Known known, String field, int place, Faults faults) {
        Versioned item = known.find(Kind.ITEMS, named.item()).orElse(null);
        if (item == null) {
            faults.unknown(field, Kind.ITEMS.path(), named.item());
        } else if (named.columns() != null && item instanceof CodeList columns) {
            named.columns().stream().filter(column -> !columns.lists(column, day)).forEach(column ->
                    faults.unknown(field, named.item() + " 的列 / column", column));
        }
        Choice.check(named.when(), List.of(named.item()), day, known, field + "[" + place + "].when", faults);
    }
}

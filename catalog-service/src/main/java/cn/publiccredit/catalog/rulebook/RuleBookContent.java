package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentType.Known;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which rule books there are, and what must hold in each. */
@Configuration(proxyBeanMethods = false)
class RuleBookContent {

    @Bean
    ContentType<ListDefinition> lists() {
        return new ContentType<>(Kind.LISTS, ListDefinition.class, RuleBookContent::check);
    }

    @Bean
    ContentType<Measure> measures() {
        return new ContentType<>(Kind.MEASURES, Measure.class, (measure, known, faults) ->
                known.require(Kind.MATTERS, measure.matters(), "matters", faults));
    }

    @Bean
    ContentType<Matter> matters() {
        return ContentType.of(Kind.MATTERS, Matter.class);
    }

    @Bean
    ContentType<CodeSet> codeSets() {
        return new ContentType<>(Kind.CODE_SETS, CodeSet.class, (set, known, faults) -> CodeSetRules.check(set, faults));
    }

    @Bean
    ContentType<WorkingCalendar> calendars() {
        return new ContentType<>(Kind.CALENDARS, WorkingCalendar.class,
                (calendar, known, faults) -> CalendarRules.check(calendar, faults));
    }

    @Bean
    ContentType<RepairRules> repairRules() {
        return new ContentType<>(Kind.REPAIR_RULES, RepairRules.class, (rules, known, faults) -> {
            faults.unless(rules.acceptWorkingDays() > 0 && rules.reviewWorkingDays() > 0
                            && rules.totalWorkingDays() >= rules.acceptWorkingDays(),
                    "totalWorkingDays", "order", "各期限应大于 0，且总期限不短于受理期限，请更正。",
                    "Each period must be above 0, and the total no shorter than acceptance; correct them.");
            faults.unless(rules.withdrawalDays() > 0 && rules.objectionForwardWorkingDays() > 0
                            && rules.objectionCheckWorkingDays() > 0, "objectionCheckWorkingDays", "range",
                    "撤回和异议的各期限应大于 0，请更正。", "The periods of withdrawal and objections must be above 0; correct them.");
            faults.unless(rules.longestExtensionWorkingDays() >= 0, "longestExtensionWorkingDays", "range",
                    "延长期限不能为负，请更正。", "The extension must not be negative; correct it.");
            faults.unless(rules.falseMaterialYears() >= 0, "falseMaterialYears", "range",
                    "年数不能为负，请更正。", "Years must not be negative; correct it.");
        });
    }

    @Bean
    ContentType<Mask> masks() {
        return new ContentType<>(Kind.MASKS, Mask.class, (mask, known, faults) -> {
            faults.unless(mask.keepFirst() >= 0 && mask.keepLast() >= 0, "keepFirst", "range",
                    "保留位数不能为负，请更正。", "Characters that stay must not be negative; correct it.");
            faults.unless(!mask.hidden() || (mask.keepFirst() == 0 && mask.keepLast() == 0), "hidden", "hidden-keeps-nothing",
                    "不显示的信息不能保留字符，请将保留位数改为 0。", "What is hidden keeps no characters; set both numbers to 0.");
        });
    }

    @Bean
    ContentType<SourceOrganisation> sources() {
        return new ContentType<>(Kind.SOURCES, SourceOrganisation.class, RuleBookContent::check);
    }

    private static void check(ListDefinition list, Known known, Faults faults) {
        faults.unless(!list.items().isEmpty(), "items", "required",
                "至少要有一个可据以列入名单的条目，请补充。", "There must be an item whose records lead onto the list; add one.");
        known.require(Kind.ITEMS, list.items(), "items", faults);
        known.require(Kind.MEASURES, list.measures(), "measures", faults);
        list.measures().stream().filter(code -> known.find(Kind.MEASURES, code).orElse(null) instanceof Measure measure
                && !list.kind().brings(measure.group())).forEach(code -> faults.add("measures", "measure-of-kind",
                        "措施 " + code + (list.kind() == ListDefinition.Kind.RED
                                ? " 是惩戒措施，守信激励名单只能用激励措施（INCENTIVE），请更正。"
                                : " 是激励措施，此类名单只能用惩戒措施（A、B、C 组），请更正。"),
                        "Measure " + code + (list.kind() == ListDefinition.Kind.RED
                                ? " restrains, and a red list brings incentives only (INCENTIVE); correct it."
                                : " is an incentive, and this kind of list brings restraints only (groups A, B, C); correct it.")));
        Integer term = list.termMonths();
        faults.unless(term == null || term > 0, "termMonths", "range",
                "期限应大于 0；没有固定期限的请留空。", "The term must be above 0; leave it out where there is none.");
        faults.unless(list.shortestMonths() >= 0 && (term == null || list.shortestMonths() <= term), "shortestMonths", "order",
                "最短期限应不小于 0 且不长于期限，请更正。", "The shortest time must be 0 or more and within the term; correct it.");
        faults.unless(list.noticeWorkingDays() >= 0, "noticeWorkingDays", "range",
                "告知期不能为负，请更正。", "The notice period must not be negative; correct it.");
    }

    private static void check(SourceOrganisation source, Known known, Faults faults) {
        faults.unless(UnifiedSocialCreditCode.isValid(source.uscc()), "uscc", "uscc-check-digit",
                "统一社会信用代码 " + source.uscc() + " 的校验码不正确，请核对。",
                "The check character of code " + source.uscc() + " is wrong; look it up again.");
        faults.unless(known.lists("divisions", source.division(), source.effectiveFrom()), "division", "reference",
                "行政区划 " + source.division() + " 不在代码集 divisions 中，或在生效日已撤销，请改用现行代码。",
                "Division " + source.division() + " is not in code set divisions or withdrawn by then; use a current one.");
        known.require(Kind.ITEMS, source.items(), "items", faults);
    }
}

package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.protection.ForbiddenData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in an evaluation model. */
final class ModelRules {

    private ModelRules() {}

    static void check(EvaluationModel model, ContentType.Known known, Faults faults) {
        ForbiddenData.check("name", model.name(), faults);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < model.indicators().size(); i++) {
            EvaluationModel.Indicator indicator = model.indicators().get(i);
            String field = "indicators[" + i + "]";
            known.require(Kind.ITEMS, indicator.items(), field + ".items", faults);
            ForbiddenData.check(field + ".code", indicator.code(), faults);
            ForbiddenData.check(field + ".name", indicator.name(), faults);
            ForbiddenData.check(field + ".dimension", indicator.dimension(), faults);
            faults.unless(codes.add(indicator.code()), field + ".code", "twice",
                    "指标代码 " + indicator.code() + " 重复，请改为各不相同。",
                    "Indicator " + indicator.code() + " is there twice; make the codes differ.");
            Choice.check(indicator.when(), indicator.items(), model.effectiveFrom(), known, field + ".when", faults);
            faults.unless(indicator.cap().signum() >= 0, field + ".cap", "range",
                    "上限不能为负，请更正。", "The cap must not be negative; correct it.");
            faults.unless(indicator.decayMonths() == null || indicator.decayMonths() > 0, field + ".decayMonths", "range",
                    "衰减月数应大于 0；不衰减的请留空。", "decayMonths must be above 0; leave it out for no decay.");
        }
        bands(model.bands(), faults);
    }

    /** Each of the four grades once, the best first, each from fewer points than the one before. */
    private static void bands(List<EvaluationModel.Band> bands, Faults faults) {
        List<EvaluationModel.Grade> grades = bands.stream().map(EvaluationModel.Band::grade).toList();
        faults.unless(grades.equals(List.of(EvaluationModel.Grade.values())), "bands", "grades",
                "等级应依次为 A、B、C、D，请更正。", "The grades must be A, B, C, D in this order; correct them.");
        for (int i = 1; i < bands.size(); i++) {
            faults.unless(bands.get(i).from().compareTo(bands.get(i - 1).from()) < 0, "bands[" + i + "].from", "order",
                    "起点分应低于上一等级，请更正。", "It must begin below the grade before; correct it.");
        }
    }
}

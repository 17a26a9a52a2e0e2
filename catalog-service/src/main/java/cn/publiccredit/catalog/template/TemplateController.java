package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.Reading;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates and models in force today or on another day. */
@RestController
class TemplateController {

    private final Reading reading;
    private final TemplateContent types;

    TemplateController(Reading reading, TemplateContent types) {
        this.reading = reading;
        this.types = types;
    }

    @GetMapping("/commitment-templates")
    @AllowAnyone
    ResponseEntity<Page<Shown<CommitmentTemplate>>> commitmentTemplates(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.commitmentTemplates(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/commitment-templates/{code}")
    @AllowAnyone
    ResponseEntity<Shown<CommitmentTemplate>> commitmentTemplate(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.commitmentTemplates(), code, asOf);
    }

    @GetMapping("/report-templates")
    @AllowAnyone
    ResponseEntity<Page<Shown<ReportTemplate>>> reportTemplates(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.reportTemplates(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/report-templates/{code}")
    @AllowAnyone
    ResponseEntity<Shown<ReportTemplate>> reportTemplate(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.reportTemplates(), code, asOf);
    }

    @GetMapping("/evaluation-models")
    @AllowAnyone
    ResponseEntity<Page<Shown<EvaluationModel>>> evaluationModels(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.evaluationModels(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/evaluation-models/{code}")
    @AllowAnyone
    ResponseEntity<Shown<EvaluationModel>> evaluationModel(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.evaluationModels(), code, asOf);
    }
}

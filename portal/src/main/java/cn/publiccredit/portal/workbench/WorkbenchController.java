package cn.publiccredit.portal.workbench;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.CreditApi.Ticket;
import cn.publiccredit.portal.api.PassedOn;
import cn.publiccredit.portal.api.Reader;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.rulebook.RuleBook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

@Controller
class WorkbenchController {

    private static final String BATCHES = "/api/subject/v1/batches";
    private static final List<String> ENDED = List.of("DONE", "CANCELLED");

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;

    WorkbenchController(CreditApi api, Reader reader, RuleBook rules) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
    }

    @GetMapping("/workbench")
    String workbench(@RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("items", rules.items());
        try {
            model.addAttribute("batches", api.personal(BATCHES + "?limit=20&after={after}", after));
        } catch (ApiFailure failure) {
            if (failure.status() != 403) {
                throw failure;
            }
            model.addAttribute("mayNotUpload", true);
        }
        return "workbench";
    }

    @PostMapping(path = "/workbench/batches", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestParam String item, @RequestParam MultipartFile file, Model model) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return "redirect:" + sent(item, name == null ? "upload.csv" : name, content);
        } catch (ApiFailure failure) {
            if (failure.status() >= 500 || failure.status() == 401) {
                throw failure;
            }
            model.addAttribute("refusal", failure.getMessage());
            model.addAttribute("chosen", item);
            return workbench("", model);
        }
    }

    /** A file as it is, passed on while it arrives: nothing of it is kept here, whatever its size. */
    @PostMapping(path = "/workbench/batches", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    Map<String, String> stream(@RequestParam String item, @RequestParam String name, InputStream content) {
        try {
            return Map.of("location", sent(item, name, content));
        } catch (ApiFailure failure) {
            if (failure.status() >= 500 || failure.status() == 401) {
                throw failure;
            }
            return Map.of("refusal", failure.getMessage());
        }
    }

    /** @return the page of the batch */
    private String sent(String item, String name, InputStream content) {
        JsonNode batch = api.send(BATCHES + "?item={item}", MediaType.APPLICATION_OCTET_STREAM, content,
                headers -> headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name)), item);
        return "/workbench/batches/" + batch.path("id").asString();
    }

    @GetMapping("/workbench/batches/{id}")
    String batch(@PathVariable String id, Model model) {
        JsonNode batch = api.personal(BATCHES + "/{id}", id);
        boolean deleted = !batch.path("fileDeletedAt").asString("").isEmpty();
        if (!deleted && batch.path("counts").path("rejected").asLong(0) > 0 && ENDED.contains(batch.path("state").asString(""))) {
            model.addAttribute("causes", api.personal(BATCHES + "/{id}/rejects/summary", id).path("rules"));
        }
        model.addAttribute("deleted", deleted);
        // Who supplied it gets the rows as they came; anybody else says what for, and gets them masked.
        model.addAttribute("own", reader.isOf(batch.path("source").path("uscc").asString("")));
        model.addAttribute("title", batch.path("fileName").asString(id));
        model.addAttribute("batch", batch);
        model.addAttribute("items", rules.items());
        return "batch";
    }

    /** Stops a batch; what was accepted stays. */
    @PostMapping("/workbench/batches/{id}/cancel")
    String cancel(@PathVariable String id) {
        // Not without a body: the client may fail on a stream that ends before it was asked for.
        api.post(new Ticket("", "*"), BATCHES + "/{id}/cancel", Map.of(), id);
        return "redirect:/workbench/batches/{id}";
    }

    /** The batch as JSON, for the page's live progress. */
    @GetMapping(path = "/workbench/batches/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    JsonNode progress(@PathVariable String id) {
        return api.personal(BATCHES + "/{id}", id);
    }

    @GetMapping("/workbench/batches/{id}/rejects")
    void rejects(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String charset,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response) {
        api.download(rejectsIn(charset), PassedOn.to(response), id, format, charset);
    }

    /** For who did not supply the batch: what for is kept with it. @return the page again when it is refused; null once the file is sent */
    @PostMapping("/workbench/batches/{id}/rejects")
    @Nullable String rejectsFor(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String charset,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of("rejects", values);
        try {
            api.downloadFor(form.said("purpose"), rejectsIn(charset), PassedOn.to(response), id, format, charset);
            return null;
        } catch (ApiFailure failure) {
            return form.refused(failure, model, () -> batch(id, model));
        }
    }

    private static String rejectsIn(String charset) {
        return BATCHES + "/{id}/rejects?format={format}" + (charset.isBlank() ? "" : "&charset={charset}");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

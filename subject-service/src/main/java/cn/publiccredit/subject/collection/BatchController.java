package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads, how they fare, and what of them was rejected. */
@RestController
class BatchController {

    private final Receiving receiving;
    private final VisibleBatches batches;
    private final Rejects rejects;
    private final ServiceSettings service;

    BatchController(Receiving receiving, VisibleBatches batches, Rejects rejects, ServiceSettings service) {
        this.receiving = receiving;
        this.batches = batches;
        this.rejects = rejects;
        this.service = service;
    }

    @Operation(
            summary = "上传一个 CSV 文件（UTF-8 或 GB18030），正文即文件，或以表单的 file 提交",
            requestBody = @RequestBody(required = true, content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = FileForm.class))
            }))
    @PostMapping("/batches")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<BatchView> upload(
            @RequestParam String item, HttpServletRequest request, @AuthenticationPrincipal Caller caller) {
        Batch batch = receiving.receive(caller, item, IncomingFile.of(request));
        URI location = URI.create(service.prefix() + "/batches/" + batch.id());
        return ResponseEntity.accepted().location(location).body(BatchView.of(batch));
    }

    /** The form, for the API document. */
    record FileForm(@Schema(type = "string", format = "binary") String file) {}

    @GetMapping("/batches")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Page<BatchView> list(
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller) {
        return batches.list(caller, new Paging(limit, after));
    }

    @GetMapping("/batches/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<BatchView> get(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        Batch batch = batches.get(caller, id);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(Objects.requireNonNullElse(batch.version(), 0L)))
                .body(BatchView.of(batch));
    }

    @Operation(summary = "退回文件：原有各列，另加行号、错误列、错误规则、错误说明；更正后可原样再次上传")
    @GetMapping("/batches/{id}/rejects")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    void rejects(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String charset,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws IOException {
        Encoding chosen = charset == null
                ? null
                : Encoding.named(charset).orElseThrow(SubjectProblem.CHARSET_NOT_SUPPORTED::with);
        Batch batch = batches.finished(caller, id);
        Encoding original = Objects.requireNonNullElse(batch.file().encoding(), Encoding.UTF_8);
        Encoding encoding = Objects.requireNonNullElse(chosen, original);
        response.setContentType("text/csv;charset=" + encoding.label());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("退回-" + batch.file().name(), StandardCharsets.UTF_8).build().toString());
        try (Stream<Reject> rows = rejects.of(batch.id())) {
            new RejectFile(batch.titles()).write(rows, encoding, response.getOutputStream());
        }
    }
}

package cn.publiccredit.subject.collection;

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
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads, and how they fare. */
@RestController
class BatchController {

    private final Receiving receiving;
    private final VisibleBatches batches;
    private final Cancelling cancelling;
    private final BatchViews views;
    private final ServiceSettings service;

    BatchController(
            Receiving receiving,
            VisibleBatches batches,
            Cancelling cancelling,
            BatchViews views,
            ServiceSettings service) {
        this.receiving = receiving;
        this.batches = batches;
        this.cancelling = cancelling;
        this.views = views;
        this.service = service;
    }

    @Operation(
            summary = "上传一个文件：CSV（UTF-8 或 GB18030）、XLSX 或 NDJSON，可用 gzip 压缩；正文即文件，或以表单的 file 提交",
            requestBody = @RequestBody(required = true, content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/gzip", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = FileForm.class))
            }))
    @PostMapping("/batches")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<BatchView> upload(
            @RequestParam String item,
            HttpServletRequest request,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Batch batch = receiving.receive(caller, item, IncomingFile.of(request));
        URI location = URI.create(service.prefix() + "/batches/" + batch.id());
        return ResponseEntity.accepted().location(location).body(views.whole(batch, locale));
    }

    /** The form, for the API document. */
    record FileForm(@Schema(type = "string", format = "binary") String file) {}

    @GetMapping("/batches")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Page<BatchView> list(
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return views.listed(batches.list(caller, new Paging(limit, after)), locale);
    }

    @GetMapping("/batches/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<BatchView> get(
            @PathVariable String id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return tagged(batches.get(caller, id), locale);
    }

    @Operation(summary = "取消尚未处理完毕的批次；已接收的记录保留，计数相符。处理中的批次请用 If-Match: *")
    @PostMapping("/batches/{id}/cancel")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<BatchView> cancel(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return tagged(cancelling.cancel(caller, id, ifMatch), locale);
    }

    private ResponseEntity<BatchView> tagged(Batch batch, Locale locale) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(Objects.requireNonNullElse(batch.version(), 0L)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(views.whole(batch, locale));
    }
}

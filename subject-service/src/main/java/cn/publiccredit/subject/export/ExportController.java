package cn.publiccredit.subject.export;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The export of organisations and individual businesses with their records. Persons are not in it. */
@RestController
class ExportController {

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    @Operation(summary = "以 NDJSON 流式导出单位主体及其记录，供平台服务批量评价；按 cursor 断点续传，末行 end 为完整标志")
    @ApiResponse(responseCode = "200", content = @Content(
            mediaType = "application/x-ndjson", schema = @Schema(oneOf = {Line.OfSubject.class, Line.End.class})))
    @GetMapping("/export/subjects")
    @AllowRoles(Role.PLATFORM_SERVICE)
    void subjects(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletResponse response)
            throws IOException {
        // Before the first byte: a wrong cursor is a 400, not a broken stream.
        Export.Part part = export.part(new Paging(1, after), limit);
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(caller, part, response.getOutputStream());
    }
}

package cn.publiccredit.report.verification;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.ReportSettings;
import cn.publiccredit.support.security.AllowAnyone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Verification for anyone. What leaves here: the subject's name, that the report is genuine, and that something changed. */
@RestController
class VerificationController {

    private final Verification verification;
    private final long largest;

    VerificationController(Verification verification, ReportSettings settings) {
        this.verification = verification;
        this.largest = settings.largestUpload().toBytes();
    }

    @GetMapping("/public/verifications/{number}")
    @AllowAnyone
    ResponseEntity<Verdict> byNumber(@PathVariable String number, @RequestParam(defaultValue = "") String code) {
        return answer(verification.byNumber(number, code));
    }

    @PostMapping(path = "/public/verifications", consumes = {MediaType.APPLICATION_PDF_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @AllowAnyone
    ResponseEntity<Verdict> byFile(HttpServletRequest request) throws IOException {
        return answer(verification.byFile(Upload.hash(request.getInputStream(), largest)));
    }

    @PostMapping(path = "/public/verifications", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @AllowAnyone
    ResponseEntity<Verdict> byForm(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw ReportProblem.FILE_MISSING.with();
        }
        try (InputStream bytes = file.getInputStream()) {
            return answer(verification.byFile(Upload.hash(bytes, largest)));
        }
    }

    private static ResponseEntity<Verdict> answer(Verdict verdict) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(verdict);
    }
}

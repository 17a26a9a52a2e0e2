package cn.publiccredit.portal.site;

import cn.publiccredit.portal.api.ApiFailure;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page that cannot be shown says why and what to do, with the status that is true. */
@ControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    String apiFailed(ApiFailure failure, Model model, HttpServletResponse response) {
        if (failure.status() == 401) {
            return "redirect:/oauth2/authorization/keycloak";
        }
        boolean unavailable = failure.status() >= 500 || failure.status() == 429;
        if (unavailable) {
            log.warn("the API answered {} {}", failure.status(), failure.code(), failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        response.setStatus(unavailable ? 503 : failure.status());
        model.addAttribute("status", unavailable ? 503 : failure.status());
        model.addAttribute("explanation", failure.getMessage());
        return "error";
    }
}

package cn.publiccredit.portal.site;

import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.settings.PortalSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
class Frame {

    private final PortalSettings settings;

    Frame(PortalSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute("province")
    String province() {
        return settings.province();
    }

    @ModelAttribute("person")
    @Nullable String person(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** Until something was sent; what is sent and refused takes its place. */
    @ModelAttribute(Form.NAME)
    Form form() {
        return Form.BLANK;
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}

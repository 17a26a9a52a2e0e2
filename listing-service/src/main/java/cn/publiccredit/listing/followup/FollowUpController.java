package cn.publiccredit.listing.followup;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the platform is with the listings that broken commitments lead to, over HTTP. */
@RestController
class FollowUpController {

    private final FindFollowUps find;

    FollowUpController(FindFollowUps find) {
        this.find = find;
    }

    @GetMapping("/follow-ups")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.AUDITOR})
    Page<FollowUpView> followUps(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) FollowUp.@Nullable State state,
            @RequestParam(required = false) @Nullable String commitment,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        return find.page(caller, new FindFollowUps.Filter(state, commitment), new Paging(limit, after))
                .map(one -> FollowUpView.of(one, locale));
    }
}

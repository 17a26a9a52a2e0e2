package cn.publiccredit.subject.subjects;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Under which ids a subject is known, for services that keep something by subject id. Which codes are one is no credit
 * information and anybody sees it of organisations, so that no trace is left.
 */
@RestController
class IdentityController {

    private static final int MOST = 1000;
    private static final int LONGEST = 100;

    private final Subjects subjects;

    IdentityController(Subjects subjects) {
        this.subjects = subjects;
    }

    record Request(@Nullable List<@Nullable String> ids) {}

    /**
     * @param asked the id that was asked for, known or not
     * @param id the one that stands for it; itself where there is no other
     * @param ids all ids of that subject, {@code id} first; persons', too
     */
    record Identified(String asked, String id, List<String> ids) {

        static Identified of(String asked, Set<String> ids) {
            return new Identified(asked, ids.iterator().next(), List.copyOf(ids));
        }
    }

    record Identities(List<Identified> identities) {}

    @Operation(summary = "主体的全部代码：合并前后的代码均指向同一主体，仅供平台服务使用")
    @PostMapping("/subjects/identities")
    @AllowRoles(Role.PLATFORM_SERVICE)
    Identities identities(@RequestBody Request request) {
        List<String> asked = checked(request.ids());
        return new Identities(subjects.identities(asked).entrySet().stream()
                .map(identity -> Identified.of(identity.getKey(), identity.getValue())).toList());
    }

    private static List<String> checked(@Nullable List<@Nullable String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw CommonProblem.INVALID.with().violating("ids", "size",
                    "一次可查询 1 至 1000 个主体编号，更多的请分批查询。", "Ask for 1 to 1000 ids a call; split larger sets.");
        }
        if (ids.stream().anyMatch(id -> id == null || id.isBlank() || id.length() > LONGEST)) {
            throw CommonProblem.INVALID.with().violating("ids", "length",
                    "主体编号不能为空，且不超过 100 个字符。", "An id may be neither blank nor longer than 100 characters.");
        }
        return ids.stream().map(String::valueOf).toList();
    }
}

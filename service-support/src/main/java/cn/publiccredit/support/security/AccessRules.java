package cn.publiccredit.support.security;

import cn.publiccredit.support.problem.CommonProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to an endpoint when the endpoint's access annotation does. */
final class AccessRules implements HandlerInterceptor {

    private static final String PLATFORM = "cn.publiccredit.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint && isOurs(endpoint)) {
            check(endpoint.getMethod());
        }
        return true;
    }

    static boolean isOurs(HandlerMethod endpoint) {
        return endpoint.getBeanType().getName().startsWith(PLATFORM);
    }

    static boolean hasExactlyOneRule(Method method) {
        return Stream.of(AllowAnyone.class, AllowSignedIn.class, AllowRoles.class)
                .filter(method::isAnnotationPresent)
                .count() == 1;
    }

    private static void check(Method method) {
        if (method.isAnnotationPresent(AllowAnyone.class)) {
            return;
        }
        Optional<Caller> caller = Callers.current();
        if (caller.isEmpty()) {
            throw CommonProblem.UNAUTHENTICATED.with();
        }
        if (method.isAnnotationPresent(AllowSignedIn.class)) {
            return;
        }
        AllowRoles roles = method.getAnnotation(AllowRoles.class);
        if (roles == null || !caller.get().is(roles.value())) {
            throw CommonProblem.FORBIDDEN.with();
        }
    }
}

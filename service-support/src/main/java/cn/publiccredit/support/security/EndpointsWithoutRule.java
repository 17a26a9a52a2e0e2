package cn.publiccredit.support.security;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start of a service that has an endpoint without exactly one access annotation. */
final class EndpointsWithoutRule implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping endpoints;

    EndpointsWithoutRule(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> unruled = endpoints.getHandlerMethods().values().stream()
                .filter(AccessRules::isOurs)
                .filter(endpoint -> !AccessRules.hasExactlyOneRule(endpoint.getMethod()))
                .map(HandlerMethod::toString)
                .toList();
        if (!unruled.isEmpty()) {
            throw new IllegalStateException(
                    "Each endpoint needs exactly one of @AllowAnyone, @AllowSignedIn, @AllowRoles: " + unruled);
        }
    }
}

package cn.publiccredit.support.purpose;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take a {@link Purpose}, or an {@code Optional<Purpose>}, read from the purpose headers. */
@Configuration(proxyBeanMethods = false)
public class PurposeConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.nestedIfOptional().getNestedParameterType() == Purpose.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String purpose = PurposeHeaders.decode(request.getHeader(PurposeHeaders.PURPOSE));
            boolean optional = parameter.getParameterType() == Optional.class;
            if (optional && (purpose == null || purpose.isBlank())) {
                return Optional.empty();
            }
            Purpose declared = Purpose.required(
                    purpose,
                    PurposeHeaders.decode(request.getHeader(PurposeHeaders.MATTER)),
                    PurposeHeaders.decode(request.getHeader(PurposeHeaders.CONSENT)));
            return optional ? Optional.of(declared) : declared;
        }
    }
}

package cn.publiccredit.gateway.origin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Settles first of all where a request comes from, so that everyone after it means the same. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OriginFilter extends OncePerRequestFilter {

    private final Origins origins;

    OriginFilter(Origins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        origins.of(request).attach(request);
        chain.doFilter(request, response);
    }
}

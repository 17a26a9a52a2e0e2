package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.origin.Client;
import cn.publiccredit.gateway.trace.Call;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind the token check, since the budget depends on the client. */
public final class LimitFilter extends OncePerRequestFilter {

    private final LimitGate gate;

    public LimitFilter(LimitGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Client client = Client.current();
        if (client != null) {
            Call.of(request).by(client.id());
        }
        if (gate.admits(request, response, client)) {
            chain.doFilter(request, response);
        }
    }
}

package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.api.ApiHeaders;
import cn.publiccredit.gateway.limit.LimitSettings.Budget;
import cn.publiccredit.gateway.origin.AddressRange;
import cn.publiccredit.gateway.origin.Client;
import cn.publiccredit.gateway.origin.Origin;
import cn.publiccredit.gateway.origin.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides which budget a request is counted against. */
@Component
class Budgets {

    private final LimitSettings settings;
    private final List<AddressRange> trusted;

    Budgets(LimitSettings settings) {
        this.settings = settings;
        this.trusted = settings.trustedAddresses().stream().map(AddressRange::of).toList();
    }

    /** The budget of this client, or of the sender's address if there is none. */
    Bucketed of(HttpServletRequest request, @Nullable Client client) {
        if (client != null) {
            Budget own = settings.clients().get(client.id());
            return new Bucketed("token|" + client.id() + "|" + client.subject(),
                    own == null ? "token" : "client", own == null ? settings.token() : own);
        }
        Origin origin = Origin.of(request);
        String address = origin.network().getHostAddress();
        if (!ApiHeaders.isApi(request)) {
            return new Bucketed("pages|" + address, "pages", settings.pages());
        }
        return Origins.isIn(trusted, origin.client())
                ? new Bucketed("trusted", "trusted", settings.trusted())
                : new Bucketed("anonymous|" + address, "anonymous", settings.anonymous());
    }
}

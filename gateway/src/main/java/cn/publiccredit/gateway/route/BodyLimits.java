package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.api.ApiHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the body limit that holds for a request. */
@Component
class BodyLimits {

    private final BodySettings settings;
    private final List<Rule> larger;

    BodyLimits(BodySettings settings) {
        this.settings = settings;
        this.larger = settings.larger().stream()
                .map(l -> new Rule(PathPatternParser.defaultInstance.parse(l.path()), l.limit()))
                .toList();
    }

    DataSize of(HttpServletRequest request) {
        if (!ApiHeaders.isApi(request)) {
            return settings.pages();
        }
        if (request.getMethod().equals("POST")) {
            PathContainer path = PathContainer.parsePath(request.getRequestURI());
            for (Rule rule : larger) {
                if (rule.pattern.matches(path)) {
                    return rule.limit;
                }
            }
        }
        return settings.usual();
    }

    private record Rule(PathPattern pattern, DataSize limit) {}
}

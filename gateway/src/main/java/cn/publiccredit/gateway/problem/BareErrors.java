package cn.publiccredit.gateway.problem;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers requests that Tomcat refuses before any filter sees them (unreadable target, forbidden method). Tomcat makes
 * it from its class name, hence public with no dependencies.
 */
public class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        GatewayProblem problem = ContainerErrors.problem(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("""
                        {"type":"urn:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}"""
                        .formatted(problem.code(), problem.title(false), status, problem.detail(false), problem.code()));
                response.finishResponse();
            }
        } catch (IOException clientGone) {
            container.getLogger().debug("refusal not delivered", clientGone);
        }
    }
}

package cn.publiccredit.catalog.intake;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Content is read into memory as a whole: no body that is larger than this, whether its length is told or not. */
final class BodyBounds extends OncePerRequestFilter {

    private final long largest;
    private final ProblemWriter problems;

    /** @param largest in bytes */
    BodyBounds(long largest, ProblemWriter problems) {
        this.largest = largest;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest) {
            problems.write(CommonProblem.TOO_LARGE.with(), request, response);
            return;
        }
        chain.doFilter(new BoundedBody(request, largest), response);
    }
}

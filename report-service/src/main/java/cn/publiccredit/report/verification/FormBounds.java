package cn.publiccredit.report.verification;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Forms are held in memory: none that is too large, and not too many at a time. Whoever sends more sends the file as the body. */
final class FormBounds extends OncePerRequestFilter {

    private final DataSize largest;
    private final ProblemWriter problems;
    private final Semaphore places;

    FormBounds(DataSize largest, int atATime, ProblemWriter problems) {
        this.largest = largest;
        this.problems = problems;
        this.places = new Semaphore(atATime);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest.toBytes()) {
            problems.write(ReportProblem.FORM_TOO_LARGE.with(largest.toMegabytes() + " MB"), request, response);
            return;
        }
        if (!places.tryAcquire()) {
            problems.write(ReportProblem.FORMS_BUSY.with(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}

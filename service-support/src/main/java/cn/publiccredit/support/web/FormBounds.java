package cn.publiccredit.support.web;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Forms are held in memory: none that is too large, and not too many at a time. Whoever sends more sends the file as the body. */
public final class FormBounds extends OncePerRequestFilter {

    private final DataSize largest;
    private final Refusals refusals;
    private final ProblemWriter problems;
    private final Semaphore places;

    /**
     * @param largest the largest form that is taken
     * @param atATime forms that are held at the same time
     */
    public FormBounds(DataSize largest, int atATime, Refusals refusals, ProblemWriter problems) {
        this.largest = largest;
        this.refusals = refusals;
        this.problems = problems;
        this.places = new Semaphore(atATime);
    }

    /**
     * What is answered to forms that are not taken.
     *
     * @param tooLarge is told the largest size
     */
    public record Refusals(ProblemCode tooLarge, ProblemCode busy) {}

    /** How forms are taken: in memory and never on a disk, where they would lie in clear: no part is above the threshold. */
    public static MultipartConfigElement inMemory(DataSize largest) {
        int most = Math.toIntExact(largest.toBytes());
        return new MultipartConfigElement("", most, most, most);
    }

    /** In its place: behind the security chain, so that strangers take up nothing, and before forms are read. */
    public FilterRegistrationBean<FormBounds> registered() {
        FilterRegistrationBean<FormBounds> registration = new FilterRegistrationBean<>(this);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 200);
        return registration;
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
            problems.write(refusals.tooLarge().with(largest.toMegabytes() + " MB"), request, response);
            return;
        }
        if (!places.tryAcquire()) {
            problems.write(refusals.busy().with(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}

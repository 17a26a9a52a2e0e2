package cn.publiccredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.web.FormBounds;
import cn.publiccredit.testing.ServiceTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

@ServiceTest
class FormBoundsTests {

    private static final String FORM = "multipart/form-data; boundary=b";

    private static final FilterChain TAKEN = (request, response) -> ((HttpServletResponse) response).setStatus(202);

    @Autowired
    ProblemWriter problems;

    private FormBounds bounds() {
        return new FormBounds(DataSize.ofMegabytes(1), 1,
                new FormBounds.Refusals(CommonProblem.TOO_LARGE, CommonProblem.STORE_UNAVAILABLE), problems);
    }

    private static MockHttpServletResponse sent(FormBounds bounds, String type, int bytes, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/x");
        request.setContentType(type);
        request.setContent(new byte[bytes]);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        bounds.doFilter(request, answer, chain);
        return answer;
    }

    @Test
    void aFormThatIsTooLargeIsRefusedUnreadAndAFileAsTheBodyIsNot() throws Exception {
        MockHttpServletResponse refused = sent(bounds(), FORM.replace('m', 'M'), (1 << 20) + 1, TAKEN);
        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(refused.getContentAsString()).contains("request.too-large");
        assertThat(sent(bounds(), FORM, 1 << 20, TAKEN).getStatus()).isEqualTo(202);
        assertThat(sent(bounds(), "text/csv", 2 << 20, TAKEN).getStatus()).isEqualTo(202);
    }

    @Test
    void formsBeyondTheirPlacesAreToldToComeAgainFilesAreTakenMeanwhileAndAPlaceIsFreeEvenAfterAFailure() throws Exception {
        FormBounds bounds = bounds();
        sent(bounds, FORM, 1, (request, response) -> {
            try {
                MockHttpServletResponse busy = sent(bounds, FORM, 1, TAKEN);
                assertThat(busy.getStatus()).isEqualTo(503);
                assertThat(busy.getHeader("Retry-After")).isNotBlank();
                assertThat(sent(bounds, "text/csv", 1, TAKEN).getStatus()).isEqualTo(202);
            } catch (Exception e) {
                throw new ServletException(e);
            }
        });
        assertThatThrownBy(() -> sent(bounds, FORM, 1, (request, response) -> {
            throw new IOException("the sender is gone");
        })).isInstanceOf(IOException.class);
        assertThat(sent(bounds, FORM, 1, TAKEN).getStatus()).isEqualTo(202);
    }
}

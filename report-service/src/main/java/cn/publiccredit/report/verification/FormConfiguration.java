package cn.publiccredit.report.verification;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.ReportSettings;
import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.web.FormBounds;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bound on forms, in which reports are sent to be verified. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    @Bean
    MultipartConfigElement multipartBounds(ReportSettings settings) {
        return FormBounds.inMemory(settings.largestForm());
    }

    @Bean
    FilterRegistrationBean<FormBounds> formBounds(ReportSettings settings, ProblemWriter problems) {
        return new FormBounds(settings.largestForm(), settings.formsAtATime(),
                new FormBounds.Refusals(ReportProblem.FORM_TOO_LARGE, ReportProblem.FORMS_BUSY), problems).registered();
    }
}

package cn.publiccredit.report.verification;

import cn.publiccredit.report.ReportSettings;
import cn.publiccredit.support.problem.ProblemWriter;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How forms are taken: in memory and never on a disk, where a report would lie in clear. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    /** No part of a form is above the threshold from which it would be written. */
    @Bean
    MultipartConfigElement multipartBounds(ReportSettings settings) {
        int largest = Math.toIntExact(settings.largestForm().toBytes());
        return new MultipartConfigElement("", largest, largest, largest);
    }

    /** Before forms are read. */
    @Bean
    FilterRegistrationBean<FormBounds> formBounds(ReportSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<FormBounds> registration = new FilterRegistrationBean<>(
                new FormBounds(settings.largestForm(), settings.formsAtATime(), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 200);
        return registration;
    }
}

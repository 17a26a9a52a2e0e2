package cn.publiccredit.gateway;

import cn.publiccredit.gateway.problem.BareErrors;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What cannot be said about Tomcat in application.yml. */
@Configuration(proxyBeanMethods = false)
class WebServer {

    @Bean
    @Order
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
        return factory -> {
            // A caller who asks first (Expect: 100-continue) hears a refusal before it sends two gigabytes.
            factory.addConnectorCustomizers(c -> c.setProperty("continueResponseTiming", "onRead"));
            factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new BareErrors()));
        };
    }
}

package org.xiangmuzhang.rest.edge;

import jakarta.servlet.DispatcherType;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.xiangmuzhang.rest.ProblemDocuments;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    /** How much of a refused upload is read on, so that the caller hears the refusal: 64 MiB. */
    private static final String SWALLOWED = Integer.toString(64 * 1024 * 1024);

    @Bean
    FilterRegistrationBean<ErrorDispatchFilter> errorDispatchFilter(ProblemDocuments problems) {
        FilterRegistrationBean<ErrorDispatchFilter> filter =
                new FilterRegistrationBean<>(new ErrorDispatchFilter(problems));
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainSpokenTomcat() {
        return factory -> {
            factory.addConnectorCustomizers(
                    connector -> connector.setProperty("maxSwallowSize", SWALLOWED));
            factory.addContextCustomizers(
                    context -> {
                        if (context.getParent() instanceof StandardHost host) {
                            host.setErrorReportValveClass(ContainerErrors.class.getName());
                        }
                    });
        };
    }
}

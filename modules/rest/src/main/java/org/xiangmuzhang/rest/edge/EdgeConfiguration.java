package org.xiangmuzhang.rest.edge;

import jakarta.servlet.DispatcherType;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.time.Duration;

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

    /**
     * @param grace how long a body may take at any rate
     * @param rate bytes a second that come after it at least, on the average
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainSpokenTomcat(
            @Value("${xiangmuzhang.door.body-grace:20s}") Duration grace,
            @Value("${xiangmuzhang.door.body-rate:32KB}") DataSize rate) {
        return factory -> {
            factory.addEngineValves(new BodyInTime(grace, rate.toBytes()));
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

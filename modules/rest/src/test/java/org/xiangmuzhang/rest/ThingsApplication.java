package org.xiangmuzhang.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.timers.DomainClock;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

import javax.sql.DataSource;

/** A small application with things in it, whose callers name themselves in a header. */
@SpringBootApplication
class ThingsApplication {

    /** Who is called so has not signed in. */
    static final String STRANGER = "stranger";

    /** Lets a test bring its own database. */
    record Given(DataSource database) {}

    @Bean(destroyMethod = "")
    DataSource dataSource(ObjectProvider<Given> given) {
        Given brought = given.getIfAvailable();
        return brought == null ? TestDatabase.fresh() : brought.database();
    }

    /** How far the clock runs ahead; a test may send it. */
    static final class Lead {
        volatile Duration ahead = Duration.ZERO;
    }

    @Bean
    Lead lead() {
        return new Lead();
    }

    @Bean
    Clock clock(Lead lead) {
        return new DomainClock(() -> InstantSource.system().instant().plus(lead.ahead));
    }

    @Bean
    FilterRegistrationBean<Filter> callers() {
        FilterRegistrationBean<Filter> filter =
                new FilterRegistrationBean<>(
                        (request, response, chain) ->
                                chain.doFilter(named((HttpServletRequest) request), response));
        filter.setOrder(-100);
        return filter;
    }

    private static HttpServletRequest named(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable Principal getUserPrincipal() {
                String caller = getHeader("X-Caller");
                return STRANGER.equals(caller) ? null : () -> caller == null ? "somebody" : caller;
            }
        };
    }
}

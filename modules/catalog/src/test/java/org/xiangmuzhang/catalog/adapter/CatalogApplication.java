package org.xiangmuzhang.catalog.adapter;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

/** The catalog with its edges; the parameters {@code role} and {@code post} say who calls. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.catalog.application",
            "org.xiangmuzhang.catalog.adapter",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.settings",
            "org.xiangmuzhang.rest",
            "org.xiangmuzhang.console"
        })
class CatalogApplication {

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    static CurrentVisitor visitor() {
        Actor actor = actor("STEWARD", "140502");
        return () -> new Visitor(actor, "陈静怡", "项目长", List.of());
    }

    @Bean
    static WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Callers());
            }
        };
    }

    private static Actor actor(String role, String region) {
        return actor(role, region, new UUID(0, 7));
    }

    private static Actor actor(String role, String region, UUID person) {
        return new Actor(person, Role.valueOf(role), new Region(region), null, null);
    }

    private static final class Callers implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return actor(
                    Objects.requireNonNullElse(request.getHeader("X-Role"), "STEWARD"),
                    Objects.requireNonNullElse(request.getHeader("X-Region"), "140502"),
                    UUID.fromString(
                            Objects.requireNonNullElse(
                                    request.getHeader("X-Person"), new UUID(0, 7).toString())));
        }
    }
}

package org.xiangmuzhang.land;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.catalog.PlainCatalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.spi.Takers.Taker;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** Land over HTTP, on 30 September 2026; the header {@code X-Role} says as whom one acts. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.land.application",
            "org.xiangmuzhang.land.adapter",
            "org.xiangmuzhang.rest",
            "org.xiangmuzhang.console",
            "org.xiangmuzhang.parties"
        })
class LandSite implements WebMvcConfigurer {

    static final Region PLACE = new Region("370403");
    static final UUID ENTERPRISE = new UUID(4, 4);

    static final Taker PROJECT =
            new Taker(new UUID(7, 7), "2611-370403-04-01-000001", "锂电池扩建", ENTERPRISE, PLACE);

    @Bean
    static KnownProjects projects() {
        return new KnownProjects(PROJECT);
    }

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-09-30T02:00:00Z"), WorkingDays.ZONE);
    }

    @Bean
    static PlainCatalog catalog() {
        return new PlainCatalog(new WorkingDays("plain", Map.of(), Set.of()));
    }

    @Bean
    static TablesAsShipped tables(List<ReferenceTable> shipped) {
        return new TablesAsShipped(shipped);
    }

    @Bean
    static Regions regions() {
        return Set::of;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
                new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Actor.class;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binder) {
                        String role = request.getHeader("X-Role");
                        String enterprise = request.getHeader("X-Enterprise");
                        return actor(
                                role == null ? Role.LAND_OFFICER : Role.valueOf(role),
                                enterprise == null ? ENTERPRISE : UUID.fromString(enterprise));
                    }
                });
    }

    private static Actor actor(Role role, UUID enterprise) {
        return new Actor(
                new UUID(9, role.ordinal()),
                role,
                PLACE,
                null,
                role == Role.APPLICANT ? enterprise : null);
    }
}

package org.xiangmuzhang.catalog.adapter;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.catalog.spi.Demand;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.timers.RecurringWork;
import org.xiangmuzhang.timers.Timetable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/** The catalog with its edges; the parameters {@code role} and {@code post} say who calls. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.catalog.application",
            "org.xiangmuzhang.catalog.adapter",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.settings",
            "org.xiangmuzhang.files",
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

    /** While true nothing is done in the background: all nodes are down. */
    static volatile boolean down;

    /** What was published here. */
    static final List<LoggedEvent> EVENTS = new CopyOnWriteArrayList<>();

    @EventListener
    void on(LoggedEvent event) {
        EVENTS.add(event);
    }

    /** How often items were applied for at 370404. */
    static final Map<String, Long> ASKED = new ConcurrentHashMap<>();

    @Bean
    static Demand demand() {
        return (places, from, until) ->
                places.contains(new Region("370404")) ? Map.copyOf(ASKED) : Map.of();
    }

    /** Does at once what is wanted soon, once the wish is committed. */
    @Bean
    static Timetable timetable(ObjectProvider<RecurringWork> works) {
        return name -> {
            Runnable turn =
                    () ->
                            works.stream()
                                    .filter(work -> !down && work.name().equals(name))
                                    .forEach(work -> work.run().run());
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            CompletableFuture.runAsync(turn).join();
                        }
                    });
        };
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

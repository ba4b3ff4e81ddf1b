package org.xiangmuzhang.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Intake with its edges; the header {@code X-Person} says who calls. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IntakeModule.class)
@ComponentScan({
    "org.xiangmuzhang.intake.adapter.in",
    "org.xiangmuzhang.rest",
    "org.xiangmuzhang.console"
})
class IntakeSite {

    static final Map<String, Actor> PEOPLE = new ConcurrentHashMap<>();

    static String known(Actor actor) {
        PEOPLE.put(actor.person().toString(), actor);
        return actor.person().toString();
    }

    @Bean
    static CurrentVisitor visitor() {
        Actor clerk = new Actor(new UUID(0, 7), Role.CLERK, new Region("140502"), null, null);
        return () -> new Visitor(clerk, "李倩", "综合窗口", List.of());
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

    private static final class Callers implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String person = request.getHeader("X-Person");
            return person == null ? null : PEOPLE.get(person);
        }
    }
}

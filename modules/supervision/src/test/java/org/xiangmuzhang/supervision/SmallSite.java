package org.xiangmuzhang.supervision;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.UUID;

/** Lets the header {@code X-Role} say as whom one acts. */
@Configuration(proxyBeanMethods = false)
class SmallSite implements WebMvcConfigurer {

    @Bean
    static CurrentActor currentActor() {
        return () ->
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                        ? actor(now.getRequest().getHeader("X-Role"))
                        : null;
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
                        return actor(request.getHeader("X-Role"));
                    }
                });
    }

    private static Actor actor(@Nullable String named) {
        Role role = named == null ? Role.SUPERVISOR : Role.valueOf(named);
        return new Actor(
                new UUID(9, role.ordinal()),
                role,
                SmallIntake.PLACE,
                role == Role.APPROVER ? SmallIntake.DEPARTMENT : null,
                role == Role.APPLICANT ? SmallIntake.ENTERPRISE : null);
    }
}

package org.xiangmuzhang.steward;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.Visitor;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.Objects;

/** Steward's interface and pages; whoever the test says is signed in. */
@ComponentScan({
    "org.xiangmuzhang.steward.adapter.in.rest",
    "org.xiangmuzhang.steward.adapter.in.console",
    "org.xiangmuzhang.rest",
    "org.xiangmuzhang.console"
})
class StewardSite {

    @Bean
    static CurrentVisitor visitor(ObjectProvider<StewardApplication> application) {
        return () ->
                new Visitor(
                        Objects.requireNonNull(application.getObject().actor),
                        "李项目",
                        "项目长",
                        List.of());
    }

    @Bean
    static WebMvcConfigurer actors(ObjectProvider<StewardApplication> application) {
        return new WebMvcConfigurer() {
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
                                    @Nullable ModelAndViewContainer page,
                                    NativeWebRequest request,
                                    @Nullable WebDataBinderFactory binder) {
                                return Objects.requireNonNull(application.getObject().actor);
                            }
                        });
            }
        };
    }
}

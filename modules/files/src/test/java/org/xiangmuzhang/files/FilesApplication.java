package org.xiangmuzhang.files;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprises;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

/** Files alone, for callers who say in a header who they are: role, region, person, enterprise. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"org.xiangmuzhang.files", "org.xiangmuzhang.rest"})
class FilesApplication {

    @Bean(destroyMethod = "")
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    Clock clock() {
        return Clock.system(WorkingDays.ZONE);
    }

    @Bean
    Enterprises enterprises() {
        return new NoEnterprises();
    }

    /** As if 1400 stood above 140500. */
    @Bean
    Reach reach() {
        return (actor, place) ->
                Reach.ownPlace(actor, place)
                        || place.code().startsWith(actor.region().code().replaceFirst("0+$", ""));
    }

    @Bean
    WebMvcConfigurer actors() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorOfHeader());
            }
        };
    }

    private static final class ActorOfHeader implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Actor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            String[] words = Objects.requireNonNull(request.getHeader("X-Actor")).split(" ");
            return new Actor(
                    UUID.fromString(words[2]),
                    Role.valueOf(words[0]),
                    new Region(words[1]),
                    null,
                    words.length > 3 ? UUID.fromString(words[3]) : null);
        }
    }
}

package org.xiangmuzhang.benchmarks;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The consumers that a case gives something to do: those that hear an event of intake or of
 * steward. The others, which wait for a working calendar or a setting, write their position only
 * now and then, and nobody waits for them.
 */
final class WorkingConsumers {

    private static final Set<String> TOLD_IN_A_CASE =
            Set.of("org.xiangmuzhang.intake.events", "org.xiangmuzhang.steward.events");

    private WorkingConsumers() {}

    /** By their names, found on the class path. */
    static Set<String> names() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessingGroup.class));
        Set<String> names = new TreeSet<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.xiangmuzhang")) {
            Class<?> follower =
                    ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()),
                            ClassUtils.getDefaultClassLoader());
            if (hasToDo(follower)) {
                names.add(
                        Objects.requireNonNull(follower.getAnnotation(ProcessingGroup.class))
                                .value());
            }
        }
        return names;
    }

    private static boolean hasToDo(Class<?> follower) {
        return Arrays.stream(follower.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(method -> method.getParameterTypes()[0].getPackageName())
                .anyMatch(TOLD_IN_A_CASE::contains);
    }
}

package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every event type of the platform, by the name under which it stands in the log. */
public final class EventTypes {

    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    private final Map<String, Class<?>> byName = new TreeMap<>();

    private EventTypes(Collection<Class<?>> classes) {
        for (Class<?> type : classes) {
            EventType named = type.getAnnotation(EventType.class);
            if (named == null || !type.isRecord() || !LoggedEvent.class.isAssignableFrom(type)) {
                throw new IllegalStateException(
                        type.getName()
                                + " must be a record, a LoggedEvent, and have an @EventType");
            }
            if (!NAME.matcher(named.name()).matches() || named.version() < 1) {
                throw new IllegalStateException(
                        type.getName() + " has a malformed @EventType: " + named);
            }
            Class<?> other = byName.putIfAbsent(named.name(), type);
            if (other != null) {
                throw new IllegalStateException(
                        "%s and %s are both named %s"
                                .formatted(other.getName(), type.getName(), named.name()));
            }
        }
    }

    /** All event types on the class path below a package; refuses unnamed ones and twins. */
    public static EventTypes below(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(LoggedEvent.class));
        return new EventTypes(
                scanner.findCandidateComponents(basePackage).stream()
                        .<Class<?>>map(EventTypes::load)
                        .toList());
    }

    private static Class<?> load(BeanDefinition found) {
        return ClassUtils.resolveClassName(
                String.valueOf(found.getBeanClassName()), ClassUtils.getDefaultClassLoader());
    }

    /** The class that events of this name are read into, or null if nobody knows the name. */
    public @Nullable Class<?> classOf(String name) {
        return byName.get(name);
    }

    /** Name and version of a known event class; refuses any other. */
    public EventType of(Class<?> type) {
        EventType named = type.getAnnotation(EventType.class);
        if (named == null || byName.get(named.name()) != type) {
            throw new IllegalStateException(type.getName() + " is not a known event type");
        }
        return named;
    }

    /** All classes, in the order of their names. */
    public Collection<Class<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}

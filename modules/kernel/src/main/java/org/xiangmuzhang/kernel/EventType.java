package org.xiangmuzhang.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event stands in the log, for ever: {@code context.noun-past-tense}. The
 * class may be renamed or moved, the name may not. The version rises when the shape changes in a
 * way that is not a mere addition, and then an upcaster is due.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    String name();

    int version() default 1;
}

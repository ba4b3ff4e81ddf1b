package org.xiangmuzhang.practices;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This test shows, through a port, REST or a page, the behaviour that a row of {@code
 * practices.csv} needs. {@code docs/practices.md} is generated from these marks.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Practice {

    /** Ids of the rows, such as {@code PR-024}. */
    String[] value();
}

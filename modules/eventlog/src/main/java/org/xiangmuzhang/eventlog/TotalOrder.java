package org.xiangmuzhang.eventlog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a consumer beside {@code @ProcessingGroup}: the group sees all events one after another, not
 * only those of one project or subject, and works on one thread of one node.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TotalOrder {}

package org.xiangmuzhang.console;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method that takes a form: when it refuses, the page that holds the form is
 * shown again with what was typed and the rule's sentence beside the field. The page reads both by
 * {@code @forms.of(name)}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormOn {

    /**
     * Path of the page, such as {@code /a/{id}}: with the variables of the method's own path, or
     * with fields of the form.
     */
    String page();

    /** Name of the form, unique on its page; the ids of its fields begin with it. */
    String form();

    /** Parameters that the page needs to show the form. */
    String[] keep() default {};

    /**
     * Fields that a rule's pointer calls by another name: {@code materials=missing} for the field
     * {@code missing} and the pointer {@code /materials}.
     */
    String[] fields() default {};
}

package org.xiangmuzhang.rest.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * In records of {@code @NullMarked} packages, a component that is not {@code @Nullable} must be
 * there and must not be null; no list has null in it.
 */
class RequiredComponents extends NopAnnotationIntrospector {

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter) || !isOfOurRecord(parameter)) {
            return JsonSetter.Value.empty();
        }
        return JsonSetter.Value.construct(
                isRequired(parameter) ? Nulls.FAIL : Nulls.DEFAULT, Nulls.FAIL);
    }

    private static boolean isOfOurRecord(AnnotatedParameter parameter) {
        Class<?> type = parameter.getDeclaringClass();
        return type.isRecord()
                && type.getPackage().isAnnotationPresent(NullMarked.class)
                && parameter.getOwner().getParameterCount() == type.getRecordComponents().length;
    }

    private static boolean isRequired(AnnotatedParameter parameter) {
        return !parameter
                .getDeclaringClass()
                .getRecordComponents()[parameter.getIndex()]
                .getAnnotatedType()
                .isAnnotationPresent(Nullable.class);
    }
}

package org.xiangmuzhang.rest.json;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Nothing is guessed: unknown and doubled fields, values of another type, missing values that the
 * Java type does not allow to be null, and values outside {@link Bounds} are refused.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer strictJsonCustomizer() {
        return StrictJson::customize;
    }

    private static void customize(JsonMapper.Builder json) {
        json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(
                        scalars ->
                                scalars.setCoercion(
                                                CoercionInputShape.EmptyString, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.EmptyArray, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text ->
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(values());
    }

    private static SimpleModule values() {
        return new SimpleModule("xiangmuzhang") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.appendAnnotationIntrospector(new RequiredComponents());
            }
        }.addDeserializer(
                        String.class,
                        new Bounded<>(String.class, StringDeserializer.instance, Bounds::text))
                .addDeserializer(
                        LocalDate.class,
                        new Bounded<>(
                                LocalDate.class, LocalDateDeserializer.INSTANCE, Bounds::date))
                .addDeserializer(
                        BigDecimal.class,
                        new Bounded<>(
                                BigDecimal.class,
                                NumberDeserializers.BigDecimalDeserializer.instance,
                                Bounds::number))
                .addSerializer(Region.class, ToStringSerializer.instance)
                .addDeserializer(Region.class, new Code<>(Region.class, Region::new))
                .addSerializer(SocialCreditCode.class, ToStringSerializer.instance)
                .addDeserializer(
                        SocialCreditCode.class,
                        new Code<>(SocialCreditCode.class, SocialCreditCode::of))
                .addSerializer(ProjectCode.class, ToStringSerializer.instance)
                .addDeserializer(
                        ProjectCode.class, new Code<>(ProjectCode.class, ProjectCode::new));
    }
}

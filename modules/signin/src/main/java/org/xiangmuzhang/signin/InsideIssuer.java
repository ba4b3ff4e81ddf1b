package org.xiangmuzhang.signin;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Only when no outer issuer is configured. */
@Retention(RetentionPolicy.RUNTIME)
@Conditional(InsideIssuer.NoOuterIssuer.class)
@interface InsideIssuer {

    String OUTER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    /** True without {@value #OUTER}. */
    class NoOuterIssuer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().containsProperty(OUTER);
        }
    }
}

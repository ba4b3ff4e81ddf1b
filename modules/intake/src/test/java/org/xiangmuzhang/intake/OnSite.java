package org.xiangmuzhang.intake;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the module together with its pages and its interface; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = IntakeSite.class,
        properties = {
            "spring.flyway.enabled=false",
            "axon.axonserver.enabled=false",
            "spring.jackson.deserialization.fail-on-unknown-properties=true",
            "xiangmuzhang.files.directory=target/files"
        })
@AutoConfigureMockMvc
@interface OnSite {}

package org.xiangmuzhang.eventlog.axon;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/**
 * Switches off, before anything of Axon is created, what would open a connection that no operator
 * configured, and the handler time-outs that can stop a consumer for good.
 */
public final class NeverCallsHome implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "eventlog",
                                Map.of(
                                        "axon.timeout.enabled", "false",
                                        "axon.axonserver.enabled", "false")));
    }
}

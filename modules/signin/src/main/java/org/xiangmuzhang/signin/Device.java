package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a browser says of itself, shortened to its kind and the kind of system. */
final class Device {

    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "MicroMessenger", "Firefox", "Chrome", "Safari", "curl", "Java");
    private static final List<String> SYSTEMS =
            List.of("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux");

    private Device() {}

    static @Nullable String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return null;
        }
        String browser = BROWSERS.stream().filter(agent::contains).findFirst().orElse("?");
        String system = SYSTEMS.stream().filter(agent::contains).findFirst().orElse("?");
        return browser + " · " + system;
    }
}

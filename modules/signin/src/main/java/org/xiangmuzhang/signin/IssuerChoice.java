package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

import java.net.InetAddress;
import java.util.Map;

/**
 * Decides before anything else starts who issues tokens: the issuer that the operator names, or the
 * application itself, which in production it may not. Demo users exist by default where the
 * application is its own issuer, and while they do it is served on loopback alone unless the
 * operator names another address.
 */
class IssuerChoice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String OWN = "xiangmuzhang.issuer";
    static final String BOOTS = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    static final String IN_APPLICATION = "xiangmuzhang.signin.in-application";
    static final String DEMO = "xiangmuzhang.demo";

    private static final String ADDRESS = "server.address";
    private static final Logger LOG = LoggerFactory.getLogger(IssuerChoice.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String issuer = issuer(environment);
        if (issuer == null && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IssuerMissingException();
        }
        Map<String, Object> decided =
                issuer == null
                        ? Map.of(IN_APPLICATION, true)
                        : Map.of(IN_APPLICATION, false, OWN, issuer);
        environment.getPropertySources().addFirst(new MapPropertySource("signin", decided));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("signin defaults", Map.of(DEMO, issuer == null)));
        if (issuer == null && environment.getProperty(DEMO, Boolean.class, false)) {
            stayOnThisMachine(environment);
        }
    }

    private static void stayOnThisMachine(ConfigurableEnvironment environment) {
        InetAddress address = environment.getProperty(ADDRESS, InetAddress.class);
        if (address == null) {
            environment
                    .getPropertySources()
                    .addLast(
                            new MapPropertySource(
                                    "signin demo address", Map.of(ADDRESS, "127.0.0.1")));
        } else if (!address.isLoopbackAddress()) {
            LOG.warn(
                    "Demo users, whose password everybody knows, may sign in over the network at"
                            + " {}",
                    address.getHostAddress());
        }
    }

    private static @Nullable String issuer(ConfigurableEnvironment environment) {
        String own = environment.getProperty(OWN);
        String issuer = StringUtils.hasText(own) ? own : environment.getProperty(BOOTS);
        return StringUtils.hasText(issuer) ? issuer : null;
    }
}

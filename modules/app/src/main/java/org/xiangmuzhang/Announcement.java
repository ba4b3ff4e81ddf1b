package org.xiangmuzhang;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.signin.DemoUsers;

/** Says, once everything runs, where the platform is and who may sign in. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;
    private final ObjectProvider<DemoUsers> demoUsers;

    Announcement(Environment environment, ObjectProvider<DemoUsers> demoUsers) {
        this.environment = environment;
        this.demoUsers = demoUsers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        StringBuilder text =
                new StringBuilder(
                        """
                        Xiangmuzhang 项目长 is ready
                          console       %s/console
                          API document  %s/api/openapi.json
                          health        %s/actuator/health
                        """
                                .formatted(address, address, address));
        demoUsers.ifAvailable(
                users -> {
                    text.append("  demo users, all with password ")
                            .append(DemoUsers.PASSWORD)
                            .append(":\n");
                    users.describe()
                            .forEach(
                                    user ->
                                            text.append(
                                                    "    %-32s %s%n"
                                                            .formatted(user.login(), user.role())));
                });
        LOG.info("{}", text);
    }
}

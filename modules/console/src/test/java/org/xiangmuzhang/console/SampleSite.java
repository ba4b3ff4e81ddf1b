package org.xiangmuzhang.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The shell with sample pages: what the tests look at, and a site to look at by hand. The parameter
 * {@code as} names the visitor's role, {@code as=nobody} is signed out.
 */
@SpringBootApplication
public class SampleSite {

    /** How often somebody asked who looks. */
    static final AtomicInteger ASKED = new AtomicInteger();

    public static void main(String[] arguments) {
        SpringApplication.run(SampleSite.class, arguments);
    }

    @Bean
    static SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    @Bean
    static CurrentVisitor visitor() {
        return () -> {
            ASKED.incrementAndGet();
            String as = asked();
            if (as.equals("nobody")) {
                return null;
            }
            Role role = Role.valueOf(as);
            Region region = new Region("331024");
            Actor actor = new Actor(new UUID(0, 7), role, region, "NR", null);
            return new Visitor(
                    actor,
                    "陈静怡",
                    "项目长 · 仙居县投资促进中心",
                    List.of(
                            new Visitor.Choice(new UUID(0, 1), "项目长 · 仙居县投资促进中心", true),
                            new Visitor.Choice(new UUID(0, 2), "综合窗口 · 仙居县政务服务中心", false)));
        };
    }

    private static String asked() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            String as = now.getRequest().getParameter("as");
            return as == null ? "STEWARD" : as;
        }
        return "nobody";
    }

    @Bean
    static MenuEntry projects() {
        return new MenuEntry(
                "/console/projects", "sample.menu.projects", 10, Set.of(Role.STEWARD, Role.LEADER));
    }

    @Bean
    static MenuEntry inbox() {
        return new MenuEntry(
                "/console/inbox", "sample.menu.inbox", 20, Set.of(Role.STEWARD, Role.APPROVER));
    }

    @Bean
    static MenuEntry receipts() {
        return new MenuEntry("/console/receipts", "sample.menu.receipts", 30, Set.of(Role.CLERK));
    }

    @Bean
    static MenuEntry catalog() {
        return new MenuEntry("/console/catalog", "sample.menu.catalog", 40, Set.of());
    }

    @Bean
    static Slot hint() {
        return new Slot() {
            @Override
            public String name() {
                return "sample.project.header";
            }

            @Override
            public String template() {
                return "samples/slots :: hint";
            }

            @Override
            public Map<String, Object> model(Map<String, Object> context) {
                return Map.of("project", context.get("project"), "light", Light.YELLOW);
            }
        };
    }
}

package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;

import javax.sql.DataSource;

/** Sign-in with what it stands on, and a controller that says who acts. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "org.xiangmuzhang.signin",
    "org.xiangmuzhang.rest",
    "org.xiangmuzhang.parties",
    "org.xiangmuzhang.console"
})
class SigninApplication {

    @Bean(destroyMethod = "")
    DataSource dataSource(ObjectProvider<IssuerChoiceTests.Given> given) {
        IssuerChoiceTests.Given brought = given.getIfAvailable();
        return brought == null ? TestDatabase.fresh() : brought.database();
    }

    @Bean
    Clock clock() {
        return Clock.system(WorkingDays.ZONE);
    }

    @RestController
    static class WhoActs {

        private final CurrentActor current;

        WhoActs(CurrentActor current) {
            this.current = current;
        }

        @GetMapping("/api/who")
        Actor who(Actor actor) {
            return actor;
        }

        /** As the log would see it, though the controller never asked. */
        @PostMapping("/api/who")
        @Nullable Actor seenByTheLog() {
            return current.get();
        }

        @GetMapping("/console/who")
        @ResponseBody
        String page(Actor actor) {
            return actor.role() + " " + actor.region();
        }
    }
}

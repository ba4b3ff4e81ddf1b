package org.xiangmuzhang.supervision;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.xiangmuzhang.database.TestDatabase;

import javax.sql.DataSource;

/** Supervision with the log and the parties, and nothing else. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.supervision",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.rest",
            "org.xiangmuzhang.console"
        })
class SupervisionApplication {

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }
}

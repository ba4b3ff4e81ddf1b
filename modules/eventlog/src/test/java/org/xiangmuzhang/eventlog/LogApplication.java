package org.xiangmuzhang.eventlog;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import javax.sql.DataSource;

/** The log with consumers, and nothing else. */
@SpringBootApplication
class LogApplication {

    @Bean
    static DataSource dataSource() {
        DataSource fresh = TestDatabase.fresh();
        JdbcClient.create(fresh)
                .sql(
                        """
                        create table counts (
                            id bigint generated always as identity primary key,
                            subject uuid not null,
                            number int not null
                        )
                        """)
                .update();
        return fresh;
    }
}

package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;

import javax.sql.DataSource;

/** The log with consumers, and nothing else. */
@SpringBootApplication
@PropertySource("classpath:org/xiangmuzhang/eventlog/impatient.properties")
class LogApplication {

    volatile @Nullable Actor actor;

    @Bean
    CurrentActor currentActor() {
        return () -> actor;
    }

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
                        );
                        create table lists (
                            id bigint generated always as identity primary key,
                            subject uuid not null,
                            number int not null
                        );
                        create table echoes (subject uuid not null, number int not null);
                        create table counter (subject uuid primary key, number int not null);
                        create table sums (subject uuid primary key, sum int, position bigint);
                        """)
                .update();
        return fresh;
    }
}

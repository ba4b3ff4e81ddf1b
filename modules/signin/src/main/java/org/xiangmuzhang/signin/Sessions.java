package org.xiangmuzhang.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Sessions stand in the database, so that any node may answer the next request. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "signin.session", maxInactiveIntervalInSeconds = 1800)
class Sessions {

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> forPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}

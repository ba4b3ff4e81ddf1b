package org.xiangmuzhang.database;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

import javax.sql.DataSource;

/**
 * Migrates whatever database there is, and where none is named starts the embedded one. The data
 * source is made from the server's bean, so it is closed before the server stops.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class DatabaseAutoConfiguration {

    @Bean
    FlywayMigrationStrategy migrations() {
        return flyway -> {
            DataSource source = flyway.getConfiguration().getDataSource();
            ServerRequirements.supported(source);
            ServerRequirements.walled(source);
            Migrations.run(source);
        };
    }

    /** Before anything gets hold of it. */
    @Bean
    static BeanPostProcessor sightOfConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new SightedDataSource(source) : bean;
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoServerNamed.class)
    @ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
    static class Embedded {

        @Bean(destroyMethod = "close")
        DataFolder dataFolder() {
            return DataFolder.open(DataFolder.root());
        }

        @Bean(destroyMethod = "stop")
        EmbeddedPostgres embeddedPostgres(DataFolder folder) {
            return EmbeddedPostgres.start(folder);
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
            return new EmbeddedConnection(server);
        }
    }

    record EmbeddedConnection(EmbeddedPostgres server) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedPostgres.USER;
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.url();
        }
    }

    static class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().containsProperty("spring.datasource.url");
        }
    }
}

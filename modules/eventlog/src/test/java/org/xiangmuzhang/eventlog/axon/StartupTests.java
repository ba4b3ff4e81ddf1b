package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.JavaSerializer;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

import javax.sql.DataSource;

/** What start-up refuses; each part is a bean as a careless configuration would define it. */
class StartupTests {

    @Test
    void aTransactionManagerThatDoesNothingIsRefused() {
        refuses(NoTransactions.class, "consumers need real transactions");
    }

    @Test
    void anEventBusInMemoryIsRefused() {
        refuses(SimpleBus.class, "events are kept in the log");
    }

    @Test
    void anEventStorageInMemoryIsRefused() {
        refuses(MemoryStorage.class, "events are kept in the log");
    }

    @Test
    void anEventStoreOverMemoryIsRefused() {
        refuses(MemoryStore.class, "events are kept in the log");
    }

    @Test
    void aTokenStoreInMemoryIsRefused() {
        refuses(MemoryTokens.class, "positions commit with effects");
    }

    @Test
    void aSerializerThatWritesClassNamesIsRefused() {
        refuses(ClassNames.class, "everything stored is JSON under a name");
    }

    @Test
    void anEventSerializerWithoutNamesIsRefused() {
        refuses(UnnamedEvents.class, "events have names");
    }

    @Test
    void theApplicationNeverCallsHome() {
        String before = System.getProperty("axoniq.update-checker.disabled", "");
        try {
            System.clearProperty("axoniq.update-checker.disabled");
            StandardEnvironment environment = new StandardEnvironment();
            new NeverCallsHome().postProcessEnvironment(environment, new SpringApplication());
            assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
            assertThat(environment.getProperty("axon.timeout.enabled")).isEqualTo("false");
        } finally {
            System.setProperty("axoniq.update-checker.disabled", before);
        }
    }

    @Test
    void aTransactionManagerThatNobodyCanListenToIsRefused() {
        refuses(DeafTransactions.class, "events are appended when it commits");
    }

    @Test
    void aTransactionManagerWithoutADatabaseIsRefused() {
        refuses(ResourcelessTransactions.class, "it must commit in the database of the log");
    }

    @Test
    void aTransactionManagerOfAnotherDatabaseIsRefused() {
        refuses(TransactionsElsewhere.class, "it must commit in the database of the log");
    }

    @Test
    void nothingIsRefusedOtherwise() {
        started().run(context -> assertThat(context).hasNotFailed());
    }

    private static void refuses(Class<?> careless, String reason) {
        started()
                .withUserConfiguration(careless)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasMessageContaining("is refused: " + reason));
    }

    /** Everything but the database, which nothing asks before the checks are over. */
    private static ApplicationContextRunner started() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Parts.class)
                .withPropertyValues("axon.timeout.enabled=false", "spring.flyway.enabled=false")
                .withInitializer(
                        context ->
                                context.getBeanFactory()
                                        .setConversionService(
                                                ApplicationConversionService.getSharedInstance()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {
        @Bean
        DataSource dataSource() {
            return new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere");
        }
    }

    static class NoTransactions {
        @Bean
        TransactionManager noTransactions() {
            return NoTransactionManager.INSTANCE;
        }
    }

    static class SimpleBus {
        @Bean
        EventBus simpleBus() {
            return SimpleEventBus.builder().build();
        }
    }

    static class MemoryStorage {
        @Bean
        EventStorageEngine memoryStorage() {
            return new InMemoryEventStorageEngine();
        }
    }

    static class MemoryStore {
        @Bean
        EventBus memoryStore() {
            return EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build();
        }
    }

    static class MemoryTokens {
        @Bean
        TokenStore memoryTokens() {
            return new InMemoryTokenStore();
        }
    }

    static class ClassNames {
        @Bean
        Serializer classNames() {
            return JavaSerializer.builder().build();
        }
    }

    static class UnnamedEvents {
        @Bean
        @Qualifier("eventSerializer")
        Serializer eventSerializer() {
            return Jackson3Serializer.builder().build();
        }
    }

    static class DeafTransactions {
        @Bean
        PlatformTransactionManager deaf() {
            return new DeafTransactionManager();
        }
    }

    static class ResourcelessTransactions {
        @Bean
        PlatformTransactionManager resourceless() {
            return new ResourcelessTransactionManager();
        }
    }

    static class TransactionsElsewhere {
        @Bean
        PlatformTransactionManager elsewhere() {
            return new JdbcTransactionManager(
                    new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/elsewhere"));
        }
    }

    /** Can be listened to, and commits nothing. */
    private static final class ResourcelessTransactionManager
            extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    private static final class DeafTransactionManager implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import javax.sql.DataSource;

/** Refuses to start with parts that would lose events quietly. */
final class StartupChecks implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final AppendAtCommit appendAtCommit;

    StartupChecks(ListableBeanFactory beans, AppendAtCommit appendAtCommit) {
        this.beans = beans;
        this.appendAtCommit = appendAtCommit;
    }

    @Override
    public void afterSingletonsInstantiated() {
        every(
                TransactionManager.class,
                "consumers need real transactions",
                SpringTransactionManager.class);
        every(EventBus.class, "events are kept in the log", LogStore.class);
        every(EventStorageEngine.class, "events are kept in the log", LogStorage.class);
        every(TokenStore.class, "positions commit with effects", ClaimedTokens.class);
        every(
                Serializer.class,
                "everything stored is JSON under a name",
                NamedEventSerializer.class,
                Jackson3Serializer.class);
        if (!(beans.getBean("eventSerializer") instanceof NamedEventSerializer)) {
            throw refuse("eventSerializer", beans.getBean("eventSerializer"), "events have names");
        }
        beans.getBeansOfType(PlatformTransactionManager.class).forEach(this::appendsAtCommit);
    }

    private void every(Class<?> type, String reason, Class<?>... allowed) {
        beans.getBeansOfType(type)
                .forEach(
                        (name, bean) -> {
                            for (Class<?> one : allowed) {
                                if (one.isInstance(bean)) {
                                    return;
                                }
                            }
                            throw refuse(name, bean, reason);
                        });
    }

    private void appendsAtCommit(String name, PlatformTransactionManager manager) {
        if (!(manager instanceof ConfigurableTransactionManager listened)) {
            throw refuse(name, manager, "events are appended when it commits");
        }
        if (!(manager instanceof DataSourceTransactionManager jdbc)
                || jdbc.getDataSource() != plain(beans.getBean(DataSource.class))) {
            throw refuse(name, manager, "it must commit in the database of the log");
        }
        if (!listened.getTransactionExecutionListeners().contains(appendAtCommit)) {
            listened.addListener(appendAtCommit);
        }
    }

    /** As a transaction manager keeps it. */
    private static @Nullable DataSource plain(DataSource source) {
        return source instanceof TransactionAwareDataSourceProxy aware
                ? aware.getTargetDataSource()
                : source;
    }

    private static IllegalStateException refuse(String name, Object bean, String reason) {
        return new IllegalStateException(
                "Bean %s of %s is refused: %s".formatted(name, bean.getClass().getName(), reason));
    }
}

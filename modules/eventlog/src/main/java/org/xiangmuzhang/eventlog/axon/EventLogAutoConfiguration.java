package org.xiangmuzhang.eventlog.axon;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.AppendListener;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.ReadModels;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.eventlog.TotalOrder;

import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

/** Puts the log together and makes every processing group a consumer of it. */
@AutoConfiguration(
        before = {
            AxonAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class
        },
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
public class EventLogAutoConfiguration {

    private static final int SEGMENTS = 4;
    private static final int BATCH = 100;
    private static final int WORKERS = 6;

    @Bean
    EventTypes eventTypes() {
        return EventTypes.below("org.xiangmuzhang");
    }

    @Bean
    @Qualifier("eventSerializer")
    @ConditionalOnMissingBean(name = "eventSerializer")
    NamedEventSerializer eventSerializer(EventTypes types) {
        return new NamedEventSerializer(types);
    }

    /** For tokens, and for messages that are not stored. */
    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "generalSerializer")
    Jackson3Serializer generalSerializer() {
        PolymorphicTypeValidator tokensOnly =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType(TrackingToken.class)
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("java.util.")
                        .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(tokensOnly))
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Jackson3Serializer generalSerializer) {
        return generalSerializer;
    }

    @Bean
    @ConditionalOnMissingBean(TransactionManager.class)
    SpringTransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    LogStorage logStorage(
            DataSource dataSource,
            ObjectProvider<Clock> clock,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return new LogStorage(
                new JdbcTemplate(dataSource),
                clock.getIfAvailable(Clock::systemUTC),
                eventSerializer,
                new EventUpcasterChain(upcasters.orderedStream().toList()));
    }

    @Bean
    AppendAtCommit appendAtCommit(
            LogStorage storage,
            ObjectProvider<CurrentActor> currentActor,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<AppendListener> listeners) {
        return new AppendAtCommit(
                storage,
                new Provenance(currentActor::getIfAvailable, tracer::getIfAvailable),
                events -> listeners.forEach(listener -> listener.appended(events)));
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    @ConditionalOnMissingBean(EventBus.class)
    LogStore logStore(LogStorage storage, AppendAtCommit appendAtCommit) {
        return new LogStore(storage, appendAtCommit);
    }

    @Bean
    @ConditionalOnBean(LogStore.class)
    SafeHeadWatch safeHeadWatch(
            LogStorage storage,
            LogStore store,
            @Value("${xiangmuzhang.eventlog.watch:200ms}") Duration interval) {
        return new SafeHeadWatch(storage, store, interval);
    }

    @Bean
    @ConditionalOnMissingBean(TokenStore.class)
    ClaimedTokens tokenStore(DataSource dataSource, Jackson3Serializer generalSerializer) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource));
        return new ClaimedTokens(connections, generalSerializer);
    }

    /**
     * An event published while another is handled names that one as its cause, and belongs to the
     * same request and trace: those that aggregates apply are stamped only when the batch is over.
     */
    @Bean
    CorrelationDataProvider cause() {
        return message -> {
            MetaData origin = message.getMetaData().subset(Provenance.REQUEST, Provenance.TRACE);
            return message instanceof EventMessage<?>
                    ? origin.and("cause", message.getIdentifier())
                    : origin.mergedWith(message.getMetaData().subset("cause"));
        };
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService eventLogWorkers() {
        return Executors.newScheduledThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("log-worker-", 1).factory());
    }

    /**
     * @param claim how soon somebody takes a segment that nobody holds: after a failure, or of a
     *     dead node
     */
    @Bean
    ConfigurerModule eventLogConsumers(
            @Qualifier("eventLogWorkers") ScheduledExecutorService workers,
            @Value("${xiangmuzhang.eventlog.claim:2s}") Duration claim,
            ListableBeanFactory beans,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            JdbcParkedEvents parked) {
        return configurer -> {
            EventProcessingConfigurer consumers = configurer.eventProcessing();
            consumers.usingPooledStreamingEventProcessors(
                    (configuration, builder) -> consumer(builder, workers, claim, SEGMENTS));
            consumers.registerDefaultSequencingPolicy(configuration -> new SubjectSequencing());
            consumers.registerDefaultListenerInvocationErrorHandler(
                    configuration -> PropagatingErrorHandler.instance());
            consumers.registerDefaultHandlerInterceptor(
                    (configuration, consumer) ->
                            new Traced(
                                    consumer,
                                    tracer.getIfAvailable(),
                                    propagator.getIfAvailable()));
            consumers.registerDefaultHandlerInterceptor(
                    (configuration, consumer) -> new Parking(consumer, parked));
            for (String name : beans.getBeanNamesForAnnotation(TotalOrder.class)) {
                ProcessingGroup group = beans.findAnnotationOnBean(name, ProcessingGroup.class);
                if (group == null) {
                    throw new IllegalStateException(name + " has @TotalOrder but no group");
                }
                consumers.registerPooledStreamingEventProcessorConfiguration(
                        group.value(),
                        (configuration, builder) -> consumer(builder, workers, claim, 1));
            }
        };
    }

    @Bean
    Redelivery redelivery(
            LogStorage storage,
            ListableBeanFactory beans,
            ObjectProvider<ParameterResolverFactory> parameters,
            TransactionManager axonTransactions) {
        return new Redelivery(storage, beans, parameters::getObject, axonTransactions);
    }

    @Bean
    ReadModels readModels(DataSource dataSource, EventTypes types, Redelivery redelivery) {
        return new JdbcReadModels(JdbcClient.create(dataSource), types, redelivery::handles);
    }

    @Bean
    JdbcParkedEvents parkedEvents(
            Redelivery redelivery,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<Clock> clock) {
        return new JdbcParkedEvents(
                JdbcClient.create(dataSource),
                clock.getIfAvailable(Clock::systemUTC),
                redelivery,
                transactions);
    }

    @Bean
    RetiredConsumers retiredConsumers(
            Redelivery redelivery, DataSource dataSource, PlatformTransactionManager transactions) {
        return new RetiredConsumers(
                JdbcClient.create(dataSource),
                new TransactionTemplate(transactions),
                redelivery::consumers);
    }

    private static PooledStreamingEventProcessor.Builder consumer(
            PooledStreamingEventProcessor.Builder builder,
            ScheduledExecutorService workers,
            Duration claim,
            int segments) {
        return builder.workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(claim.toMillis())
                .batchSize(BATCH);
    }

    @Bean
    Batches batches(List<CorrelationDataProvider> correlations, ObjectProvider<Tracer> tracer) {
        return new GatheringBatches(correlations, tracer.getIfAvailable());
    }

    @Bean
    LogReader logReader(DataSource dataSource, EventProcessingConfiguration consumers) {
        return new JdbcLogReader(JdbcClient.create(dataSource), consumers);
    }

    @Bean
    Rebuilds rebuilds(
            LogStorage storage,
            EventProcessingConfiguration consumers,
            ParameterResolverFactory parameters,
            JdbcParkedEvents parked,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        return new AxonRebuilds(
                storage,
                consumers,
                parameters,
                parked,
                JdbcClient.create(dataSource),
                new TransactionTemplate(transactions));
    }

    @Bean
    StartupChecks eventLogStartupChecks(ListableBeanFactory beans, AppendAtCommit appendAtCommit) {
        return new StartupChecks(beans, appendAtCommit);
    }
}

package org.xiangmuzhang.eventlog.axon;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.xiangmuzhang.eventlog.Batches;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is gathered lies with the unit of work in which a consumer handles a batch. */
final class GatheringBatches implements Batches {

    private static final String GATHERED = Gathered.class.getName();
    private static final String IF_IT_FAILS = GatheringBatches.class.getName();

    private final List<CorrelationDataProvider> correlations;
    private final @Nullable Tracer tracer;

    GatheringBatches(List<CorrelationDataProvider> correlations, @Nullable Tracer tracer) {
        this.correlations = correlations;
        this.tracer = tracer;
    }

    @Override
    public <T extends Gathered> void gather(
            Class<T> kind, Supplier<T> fresh, Consumer<T> addition) {
        if (!CurrentUnitOfWork.isStarted()) {
            T alone = fresh.get();
            addition.accept(alone);
            alone.finish();
            return;
        }
        Map<Class<?>, Gathered> gathered = of(CurrentUnitOfWork.get().root());
        addition.accept(kind.cast(gathered.computeIfAbsent(kind, any -> fresh.get())));
    }

    @Override
    public Runnable later(Runnable work) {
        if (!CurrentUnitOfWork.isStarted()) {
            return work;
        }
        Message<?> event = CurrentUnitOfWork.get().getMessage();
        String request = MDC.get(Provenance.REQUEST);
        Span span = tracer == null ? null : tracer.currentSpan();
        return () -> onBehalf(event, request, () -> traced(span, work));
    }

    private void onBehalf(Message<?> event, @Nullable String request, Runnable work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(event);
        correlations.forEach(unit::registerCorrelationDataProvider);
        if (request == null) {
            unit.execute(work);
            return;
        }
        try (MDC.MDCCloseable ignored = MDC.putCloseable(Provenance.REQUEST, request)) {
            unit.execute(work);
        }
    }

    private void traced(@Nullable Span span, Runnable work) {
        if (tracer == null || span == null) {
            work.run();
            return;
        }
        try (Tracer.SpanInScope ignored = tracer.withSpan(span)) {
            work.run();
        }
    }

    private static Map<Class<?>, Gathered> of(UnitOfWork<?> batch) {
        Map<Class<?>, Gathered> known = batch.getResource(GATHERED);
        if (known != null) {
            return known;
        }
        Map<Class<?>, Gathered> fresh = new LinkedHashMap<>();
        batch.resources().put(GATHERED, fresh);
        batch.onPrepareCommit(GatheringBatches::finishOrTell);
        return fresh;
    }

    /** Somebody wants to know when the end of a batch fails. */
    static void ifItFails(UnitOfWork<?> batch, Runnable told) {
        batch.resources().put(IF_IT_FAILS, told);
    }

    private static void finishOrTell(UnitOfWork<?> batch) {
        try {
            finish(batch);
        } catch (RuntimeException failure) {
            Runnable told = batch.getResource(IF_IT_FAILS);
            if (told != null) {
                told.run();
            }
            throw failure;
        }
    }

    /** Does what was gathered until now. */
    static void finish(UnitOfWork<?> batch) {
        Map<Class<?>, Gathered> gathered = batch.getResource(GATHERED);
        if (gathered != null) {
            List<Gathered> all = List.copyOf(gathered.values());
            gathered.clear();
            all.forEach(Gathered::finish);
        }
    }
}

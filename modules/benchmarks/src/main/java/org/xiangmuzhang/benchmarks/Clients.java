package org.xiangmuzhang.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** So many at once, each doing one thing after another; they have numbers from 0. */
record Clients(int number) {

    /** Seconds for whoever is compiled while it runs; less would measure the compiler. */
    static final long WARM_UP = 60;

    /** Each goes on until its turn says that there is no more to do, or the time is over. */
    double during(long seconds, IntPredicate turn) {
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            for (int next = 0; next < number; next++) {
                int client = next;
                clients.add(
                        threads.submit(
                                () -> {
                                    boolean more = true;
                                    while (more && System.nanoTime() < end) {
                                        more = turn.test(client);
                                    }
                                }));
            }
        }
        clients.forEach(Clients::failed);
        return (System.nanoTime() - began) / 1e9;
    }

    private static void failed(Future<?> client) {
        try {
            client.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

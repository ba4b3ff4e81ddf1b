package org.xiangmuzhang.journey;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Work on two threads of its own: a parallel stream would borrow those that run the tests. */
final class TwoAtOnce {

    private TwoAtOnce() {}

    static <T> void forEach(Collection<T> all, Consumer<T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<CompletableFuture<Void>> begun =
                    all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                            .toList();
            begun.forEach(CompletableFuture::join);
        }
    }
}

package org.xiangmuzhang.benchmarks;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * What processors have worked for somebody so far, in milliseconds; unlike a rate it says the same
 * when others want the machine too.
 */
final class ProcessorTime {

    private ProcessorTime() {}

    static double of(ProcessHandle process) {
        return of(Stream.of(process));
    }

    /** Of the server's process and of its sessions, as far as they still live. */
    static double of(Server server) {
        ProcessHandle process = ProcessHandle.of(server.process()).orElseThrow();
        return of(Stream.concat(Stream.of(process), process.descendants()));
    }

    private static double of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(Duration::toMillis)
                .sum();
    }
}

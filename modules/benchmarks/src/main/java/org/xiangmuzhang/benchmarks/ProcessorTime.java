package org.xiangmuzhang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What processors have worked for somebody so far, in milliseconds; unlike a rate it says the same
 * when others want the machine too.
 */
final class ProcessorTime {

    /** Milliseconds; of the fields behind a thread's name. */
    private static final int TICK = 10;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    static double of(ProcessHandle process) {
        return of(Stream.of(process));
    }

    /** Of the server's process and of its sessions, as far as they still live. */
    static double of(Server server) {
        ProcessHandle process = ProcessHandle.of(server.process()).orElseThrow();
        return of(Stream.concat(Stream.of(process), process.descendants()));
    }

    /** Of a JVM's compiler alone; 0 where the machine does not tell it of threads. */
    static double ofCompiler(ProcessHandle jvm) {
        Path threads = Path.of("/proc", jvm.pid() + "", "task");
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (Stream<Path> each = Files.list(threads)) {
            return each.map(thread -> thread.resolve("stat"))
                    .map(ProcessorTime::read)
                    .filter(stat -> stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler"))
                    .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .mapToDouble(
                            field ->
                                    (Long.parseLong(field[USER]) + Long.parseLong(field[SYSTEM]))
                                            * TICK)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    private static double of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(Duration::toMillis)
                .sum();
    }
}

package org.xiangmuzhang.benchmarks;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the platform and its contenders in turn on one server, and prints the figures as
 * Markdown. Arguments: seconds of each measuring, runs, clients. Needs the built application.
 */
public final class BenchmarksCommand {

    private static final long MOST_OF_THE_SMALL_ONES = 60;

    private BenchmarksCommand() {}

    public static void main(String[] arguments) throws IOException {
        long seconds = Long.parseLong(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        Clients clients = new Clients(Integer.parseInt(arguments[2]));
        Path folder = Path.of("modules/benchmarks/target/benchmarks").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.setProperty("xiangmuzhang.root", folder.toString());
        Figures figures = new Figures();
        try (Server server = Server.start()) {
            PlatformRun platform = new PlatformRun(server, clients, seconds, folder);
            FlowableRun flowable = new FlowableRun(server, clients, seconds);
            Pgbench pgbench =
                    new Pgbench(server, folder, Math.min(seconds, MOST_OF_THE_SMALL_ONES));
            Replays replays = new Replays(server);
            migrate(server, folder, figures);
            for (int run = 1; run <= runs; run++) {
                System.out.printf("run %d of %d: the platform%n", run, runs);
                platform.measure(figures);
                System.out.println("Flowable");
                flowable.measure(figures);
                if (pgbench.isInstalled()) {
                    System.out.println("pgbench");
                    pgbench.measure(figures);
                } else {
                    System.out.println("pgbench is not installed: its figures are left out");
                }
                System.out.println("replays");
                replays.measure(figures);
            }
        }
        System.out.println(figures.print());
    }

    private static void migrate(Server server, Path folder, Figures figures) {
        try (RunningPlatform platform = RunningPlatform.start(server, folder)) {
            figures.add("first start to ready, with migration, s", platform.startSeconds());
        }
    }
}

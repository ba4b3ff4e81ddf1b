package org.xiangmuzhang.benchmarks;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Measures the platform and its contenders in turn on one server, and prints the figures as
 * Markdown. Arguments: seconds of each measuring, runs, clients, and who is measured: {@code
 * platform}, which every run needs, and any of {@code flowable}, {@code pgbench}, {@code replays}.
 * Needs the built application, and ends at once when it shall run {@code pgbench} and there is
 * none.
 */
public final class BenchmarksCommand {

    private static final long MOST_OF_THE_SMALL_ONES = 30;

    private BenchmarksCommand() {}

    public static void main(String[] arguments) throws IOException {
        long seconds = Long.parseLong(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        Clients clients = new Clients(Integer.parseInt(arguments[2]));
        Set<String> wanted = Set.of(arguments[3].split(","));
        if (wanted.contains("pgbench") && !Pgbench.isInstalled()) {
            throw new IllegalStateException(
                    "pgbench is not installed; -Dof=platform,flowable,replays measures without it");
        }
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
                if (wanted.contains("flowable")) {
                    System.out.println("Flowable");
                    flowable.measure(figures);
                }
                if (wanted.contains("pgbench")) {
                    System.out.println("pgbench");
                    pgbench.measure(figures);
                }
                if (wanted.contains("replays")) {
                    System.out.println("replays");
                    replays.measure(figures);
                }
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

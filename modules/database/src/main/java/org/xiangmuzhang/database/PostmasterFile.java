package org.xiangmuzhang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What {@code postmaster.pid} says of the server that holds, or held, a cluster; only read. */
record PostmasterFile(long process, int port) {

    /** Who the process of the file is now. */
    enum Holder {
        SERVER_OF_THIS_CLUSTER,
        NO_SUCH_SERVER,
        UNKNOWN
    }

    /** A server that starts makes the file first and fills it a moment later. */
    private static final int LOOKS = 40;

    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    static Optional<PostmasterFile> read(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        for (int look = 1; ; look++) {
            try {
                List<String> lines = Files.readAllLines(file);
                int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
                return Optional.of(
                        new PostmasterFile(Long.parseLong(lines.getFirst().strip()), port));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (NumberFormatException | NoSuchElementException e) {
                refuseAfterLast(look, file);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void refuseAfterLast(int look, Path file) {
        if (look == LOOKS) {
            throw new DatabaseUnavailable(
                    file
                            + " does not name a process, so it is left alone: make sure that no"
                            + " PostgreSQL server runs on its folder, remove the file, start"
                            + " again");
        }
    }

    /** A server works in its cluster's folder, which tells it from whoever got its number later. */
    Holder holder(Path cluster) {
        try {
            Path workingFolder = Path.of("/proc", Long.toString(process), "cwd");
            return Files.isSameFile(workingFolder, cluster)
                    ? Holder.SERVER_OF_THIS_CLUSTER
                    : Holder.NO_SUCH_SERVER;
        } catch (NoSuchFileException e) {
            return Holder.NO_SUCH_SERVER;
        } catch (AccessDeniedException e) {
            return Holder.UNKNOWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

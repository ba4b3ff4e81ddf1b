package org.xiangmuzhang.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder {@code .data}, held by one process at a time; the lock ends with its process. */
final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The platform's own folder: where it was told to live, or where it was started. */
    static Path root() {
        return Path.of(System.getProperty("xiangmuzhang.root", "")).toAbsolutePath().normalize();
    }

    static Path of(Path root) {
        return root.resolve(".data");
    }

    /** Takes {@code root/.data} for this process, and makes it if it is not there. */
    static DataFolder open(Path root) {
        Path path = of(root);
        // Closing a second channel would let go of the first one's lock: hence the look before.
        if (!HELD.add(path)) {
            throw inUse(path, Long.toString(ProcessHandle.current().pid()));
        }
        @Nullable FileChannel channel = null;
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            channel = lock(path);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be used", e);
        } finally {
            if (channel == null) {
                HELD.remove(path);
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(path, Files.readString(file).strip());
        }
        long process = ProcessHandle.current().pid();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((process + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static DatabaseUnavailable inUse(Path path, String process) {
        return new DatabaseUnavailable(
                "The folder %s is in use by a running application (process %s): stop that first"
                        .formatted(path, process));
    }

    Path path() {
        return path;
    }

    /** What initdb made. */
    Path cluster() {
        return path.resolve("postgresql");
    }

    Path password() {
        return path.resolve("postgresql.password");
    }

    Path port() {
        return path.resolve("postgresql.port");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    /** Writes a small file that only the owner may read; it is whole, old or new, at any moment. */
    static void keep(Path file, String content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        beside,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_FILE))) {
            out.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

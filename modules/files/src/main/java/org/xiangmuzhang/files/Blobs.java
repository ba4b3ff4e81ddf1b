package org.xiangmuzhang.files;

import org.xiangmuzhang.kernel.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Contents on disk under {@code ab/cd/<sha256>}. A content is there whole or not at all: it is
 * written beside its place, forced to disk, and moved there in one step.
 */
class Blobs {

    private static final String INCOMING = ".incoming-";
    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");
    private static final int AT_ONCE = 500;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;
    private final long largest;

    Blobs(Path directory, long largest, Instant now) throws IOException {
        this.directory = directory;
        this.largest = largest;
        makeFolder(directory);
        removeAbandoned(now.minus(ABANDONED));
    }

    /** A received content that has no place yet; closing it removes what was not moved. */
    record Incoming(Path path, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Reads to the end, hashing and counting; leaves nothing behind when the stream fails. */
    Incoming receive(InputStream content) throws IOException {
        Path path = Files.createTempFile(directory, INCOMING, "");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read; (read = content.read(buffer)) >= 0; ) {
                size += read;
                if (size > largest) {
                    throw Refusal.invalid("file-too-large", "/file", largest);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
            return new Incoming(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a content its place, and tells whether it is new there. */
    boolean keep(Incoming incoming) throws IOException {
        Path place = place(incoming.sha256());
        if (Files.exists(place)) {
            return false;
        }
        Path folder = folder(incoming.sha256());
        makeFolder(folder);
        Files.move(incoming.path(), place, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        return true;
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    /** Contents that have had their place since before a moment, some hundreds at a time. */
    void eachOlderThan(Instant moment, Consumer<List<String>> use) throws IOException {
        List<String> some = new ArrayList<>();
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = file.getFileName().toString();
                        if (CONTENT.matcher(name).matches()
                                && attributes.lastModifiedTime().toInstant().isBefore(moment)) {
                            some.add(name);
                        }
                        if (some.size() == AT_ONCE) {
                            use.accept(List.copyOf(some));
                            some.clear();
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        use.accept(some);
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    private Path place(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private void removeAbandoned(Instant before) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, INCOMING + "*")) {
            for (Path path : found) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (parent != null) {
            force(parent);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}

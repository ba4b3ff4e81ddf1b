package org.xiangmuzhang.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The programs of PostgreSQL, unpacked once from the class path into a folder. */
record PostgresBinaries(Path home, String version) {

    /** Unpacks into {@code folder/postgresql-<version>} unless that stands there already. */
    static PostgresBinaries unpack(Path folder) {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL runs on Linux only: name a server with"
                            + " spring.datasource.url");
        }
        String version = packagedVersion();
        Path home = folder.resolve("postgresql-" + version);
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(folder);
                Path beside = Files.createTempDirectory(folder, "unpacking-");
                try {
                    extract(beside);
                    publish(beside, home);
                } finally {
                    FileSystemUtils.deleteRecursively(beside);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + home, e);
        }
        return new PostgresBinaries(home, version);
    }

    /** What initdb made is complete when this returns; the superuser's password is the file's. */
    void initialise(Path cluster, String superuser, Path passwordFile, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-D", cluster.toString(), "-U", superuser));
        arguments.add("--pwfile=" + passwordFile);
        arguments.addAll(List.of("--auth-host=scram-sha-256", "--auth-local=scram-sha-256"));
        arguments.addAll(List.of("--encoding=UTF8", "--locale=C", "--no-instructions"));
        arguments.addAll(List.of(more));
        run("initdb", arguments);
    }

    /**
     * The command line of a program; root, which PostgreSQL refuses, goes into a user namespace.
     */
    List<String> command(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(home.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return line;
    }

    /** Runs a program to its end; one that fails is an error with what it printed. */
    void run(String program, List<String> arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(program, arguments));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                String output = new String(printed, StandardCharsets.UTF_8).strip();
                throw new DatabaseUnavailable(
                        program + " ended with status " + status + ": " + output + rootHint());
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(program + " could not be run" + rootHint(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while " + program + " ran", e);
        }
    }

    private static String rootHint() {
        return isRoot()
                ? ". PostgreSQL does not run as root and was put into a user namespace (unshare"
                        + " -U); where that is forbidden, start the application as an ordinary user"
                        + " or name a server with spring.datasource.url"
                : "";
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String packagedVersion() {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static void publish(Path beside, Path home) throws IOException {
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void extract(Path target) throws IOException {
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        String archive = "/postgres-linux-" + machine + ".txz";
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new DatabaseUnavailable(
                        "The class path holds no PostgreSQL for this machine ("
                                + archive
                                + "): add its artifact or name a server with"
                                + " spring.datasource.url");
            }
            var tar =
                    new TarArchiveInputStream(
                            new XZInputStream(new BufferedInputStream(in, 65536)));
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()));
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}

package org.xiangmuzhang.database;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** What stands on disk for the embedded server: its programs, its cluster, the kept password. */
record Cluster(PostgresBinaries binaries, Path path, String password) {

    static final String SUPERUSER = "postgres";

    /** Unpacks and initialises what is missing, and refuses what does not fit together. */
    static Cluster prepare(DataFolder folder) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpack(folder.path());
        if (!Files.exists(folder.cluster())) {
            initialise(binaries, folder);
        }
        checkMajorVersion(folder.cluster(), binaries.version());
        if (!Files.exists(folder.password())) {
            throw new DatabaseUnavailable(
                    "The password of the PostgreSQL data in %s is missing: restore %s"
                            .formatted(folder.cluster(), folder.password()));
        }
        return new Cluster(binaries, folder.cluster(), Files.readString(folder.password()).strip());
    }

    private static void initialise(PostgresBinaries binaries, DataFolder folder)
            throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        DataFolder.keep(folder.password(), password + "\n");
        Path beside = folder.path().resolve("postgresql.partial");
        FileSystemUtils.deleteRecursively(beside);
        binaries.initialise(beside, SUPERUSER, folder.password());
        Files.move(beside, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void checkMajorVersion(Path cluster, String version) throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "none";
        if (!version.startsWith(found + ".")) {
            throw new DatabaseUnavailable(
                    "The folder %s holds data of PostgreSQL version %s; this application brings %s"
                            .formatted(cluster, found, version));
        }
    }
}

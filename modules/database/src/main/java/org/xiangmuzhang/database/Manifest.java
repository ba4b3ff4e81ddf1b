package org.xiangmuzhang.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a backup holds: every folder, every file with its size and SHA-256, by path; and the rows of
 * every table, by name.
 */
record Manifest(SortedMap<String, String> files, SortedMap<String, Long> tables) {

    private static final String FOLDER = "folder";

    /** Reads everything below a folder whose first name is wanted. */
    static Manifest of(Path folder, Predicate<String> wanted, SortedMap<String, Long> tables)
            throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path path : below(folder, wanted)) {
            files.put(folder.relativize(path).toString(), describe(path));
        }
        return new Manifest(files, tables);
    }

    /** Reads a manifest back and refuses one that is not whole. */
    static Manifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefusal("There is no whole backup here: %s is missing".formatted(file));
        }
        List<String> lines = Files.readAllLines(file);
        List<String> content = lines.subList(0, Math.max(0, lines.size() - 1));
        if (lines.isEmpty() || !lines.getLast().equals(end(content))) {
            throw new BackupRefusal("The backup is damaged: %s has changed".formatted(file));
        }
        Manifest manifest = new Manifest(new TreeMap<>(), new TreeMap<>());
        for (String line : content) {
            String[] parts = line.split("\t", 3);
            if (parts[0].equals("table")) {
                manifest.tables.put(parts[2], Long.valueOf(parts[1]));
            } else {
                manifest.files.put(parts[2], parts[1]);
            }
        }
        return manifest;
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, rows) -> lines.add("table\t" + rows + "\t" + name));
        files.forEach((path, what) -> lines.add("file\t" + what + "\t" + path));
        lines.add(end(lines));
        DataFolder.keep(file, String.join("\n", lines) + "\n");
    }

    /** Refuses a folder that is not exactly what the manifest says, naming the first difference. */
    void check(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path)) {
                throw new BackupRefusal("The backup is damaged: %s is missing".formatted(path));
            }
            if (!describe(path).equals(file.getValue())) {
                throw new BackupRefusal("The backup is damaged: %s has changed".formatted(path));
            }
        }
        for (Path found : below(folder, name -> true)) {
            if (!files.containsKey(folder.relativize(found).toString())) {
                throw new BackupRefusal(
                        "The backup is damaged: %s does not belong to it".formatted(found));
            }
        }
    }

    long fileCount() {
        return files.values().stream().filter(what -> !what.equals(FOLDER)).count();
    }

    long rows() {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Path> below(Path folder, Predicate<String> wanted) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> top = Files.list(folder)) {
            for (Path entry : top.filter(path -> wanted.test(name(path))).toList()) {
                try (Stream<Path> below = Files.walk(entry)) {
                    below.forEach(paths::add);
                }
            }
        }
        return paths;
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new BackupRefusal(path + " is a link, which a backup does not follow");
        }
        if (Files.isDirectory(path)) {
            return FOLDER;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return size + " " + HexFormat.of().formatHex(digest.digest());
        }
    }

    private static String end(List<String> lines) {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return "end\t" + HexFormat.of().formatHex(sha256().digest(content));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

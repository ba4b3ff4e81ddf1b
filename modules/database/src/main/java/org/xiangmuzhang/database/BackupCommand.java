package org.xiangmuzhang.database;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The commands {@code backup --to=<folder>} and {@code restore --from=<folder>}; they run instead
 * of the application, and a relative folder counts from the platform's own.
 */
public final class BackupCommand {

    private BackupCommand() {}

    /** Whether the arguments are one of the two commands, so that Spring need not start. */
    public static boolean handles(String[] arguments) {
        return arguments.length > 0
                && (arguments[0].equals("backup") || arguments[0].equals("restore"));
    }

    /** Runs the command; the answer is the status to exit with: 0 done, 1 refused, 2 misused. */
    public static int run(String[] arguments) {
        return run(arguments, DataFolder.root(), System.out, System.err);
    }

    static int run(String[] arguments, Path root, PrintStream out, PrintStream err) {
        boolean backup = arguments[0].equals("backup");
        String option = backup ? "--to=" : "--from=";
        if (arguments.length != 2
                || !arguments[1].startsWith(option)
                || arguments[1].equals(option)) {
            err.println("Usage: %s %s<folder>".formatted(arguments[0], option));
            return 2;
        }
        Path folder = root.resolve(arguments[1].substring(option.length())).normalize();
        try {
            Manifest manifest = backup ? Backup.make(root, folder) : Backup.restore(root, folder);
            out.println(
                    "%s %s: %d files, %d tables with %d rows, all checked"
                            .formatted(
                                    backup ? "Backed up to" : "Restored from",
                                    folder,
                                    manifest.fileCount(),
                                    manifest.tables().size(),
                                    manifest.rows()));
            return 0;
        } catch (BackupRefusal | DatabaseUnavailable e) {
            err.println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("The %s was cut off: %s".formatted(arguments[0], e));
        }
        return 1;
    }
}

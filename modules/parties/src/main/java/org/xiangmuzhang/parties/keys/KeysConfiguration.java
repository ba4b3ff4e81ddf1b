package org.xiangmuzhang.parties.keys;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.xiangmuzhang.timers.RecurringWork;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * The operator gives the master keys as a file ({@code file:/…}) or as the lines themselves. On a
 * developer's machine one is made below {@code .data}, for its owner alone to read.
 */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    static final String PROPERTY = "xiangmuzhang.master-keys";
    private static final String FILE = "file:";

    @Bean
    MasterKeys masterKeys(
            Environment environment,
            @Value("${xiangmuzhang.master-keys:}") String given,
            @Value("${xiangmuzhang.root:.}") Path root)
            throws IOException {
        if (given.startsWith(FILE)) {
            return MasterKeys.parse(read(Path.of(given.substring(FILE.length()))));
        }
        if (!given.isBlank()) {
            return MasterKeys.parse(given.replace(',', '\n'));
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new MasterKeysRefusedException(
                    "in profile production they must be given, as file:/path or as the keys"
                            + " themselves");
        }
        return MasterKeys.parse(read(own(root.resolve(".data"))));
    }

    @Bean
    RecurringWork plainRows(SealPlainRows sealing) {
        return new RecurringWork("parties.plain-rows", Duration.ofHours(1), sealing::run);
    }

    @Bean
    RecurringWork keysWrappedAnew(PersonKeys keys) {
        return new RecurringWork("parties.wrap-keys-anew", Duration.ofHours(1), keys::wrapAnew);
    }

    @Bean
    RecurringWork keysOfDaysThatAreOver(DayKeys keys) {
        return new RecurringWork("parties.keys-of-days", Duration.ofHours(1), keys::forget);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new MasterKeysRefusedException("they cannot be read from " + file);
        }
    }

    /** Made whole before it has its name, so that of two that start at once both read the same. */
    private static Path own(Path folder) throws IOException {
        Path keys = folder.resolve("master-keys");
        if (Files.exists(keys)) {
            return keys;
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path made =
                Files.createTempFile(
                        folder,
                        "master-keys",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(made, MasterKeys.line() + "\n");
            Files.createLink(keys, made);
        } catch (FileAlreadyExistsException e) {
            // another start was quicker
        } finally {
            Files.delete(made);
        }
        return keys;
    }
}

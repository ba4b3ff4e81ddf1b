package org.xiangmuzhang.files;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.xiangmuzhang.timers.RecurringWork;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

@Configuration
class FilesConfiguration {

    @Bean
    Blobs blobs(
            @Value("${xiangmuzhang.files.directory:${xiangmuzhang.root:.}/.data/files}")
                    Path directory,
            @Value("${xiangmuzhang.files.largest:20MB}") DataSize largest,
            Clock clock)
            throws IOException {
        return new Blobs(directory, largest.toBytes(), clock.instant());
    }

    @Bean
    RecurringWork unusedContents(SweepUnusedContents sweep) {
        return new RecurringWork("files.unused-contents", Duration.ofHours(1), sweep::run);
    }
}

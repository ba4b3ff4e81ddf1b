package org.xiangmuzhang.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Clears away contents that no upload refers to: a process was killed, or a commit failed, between
 * giving a content its place and keeping its row. Safe beside uploads, which hold the same lock.
 */
@Component
class SweepUnusedContents {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUnusedContents.class);
    private static final Duration AGE = Duration.ofHours(1);

    private final JdbcFiles rows;
    private final Blobs blobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SweepUnusedContents(
            JdbcFiles rows, Blobs blobs, Clock clock, PlatformTransactionManager manager) {
        this.rows = rows;
        this.blobs = blobs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    void run() {
        try {
            blobs.eachOlderThan(clock.instant().minus(AGE), this::sweep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep(List<String> contents) {
        rows.unused(contents)
                .forEach(content -> transaction.executeWithoutResult(status -> remove(content)));
    }

    private void remove(String sha256) {
        rows.hold(sha256);
        if (rows.refersTo(sha256)) {
            return;
        }
        try {
            blobs.remove(sha256);
            LOG.info("Removed content {}, which no upload refers to", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.xiangmuzhang.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.parties.privacy.SweepReports;

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
    private final ObjectProvider<SweepReports> reports;

    SweepUnusedContents(
            JdbcFiles rows,
            Blobs blobs,
            Clock clock,
            PlatformTransactionManager manager,
            ObjectProvider<SweepReports> reports) {
        this.reports = reports;
        this.rows = rows;
        this.blobs = blobs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    void run() {
        Done done = new Done();
        try {
            blobs.eachOlderThan(clock.instant().minus(AGE), contents -> sweep(contents, done));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (done.removed + done.failed > 0) {
            reports.ifAvailable(
                    report -> report.ended("contents", done.lookedAt, done.removed, done.failed));
        }
    }

    /** What one run did. */
    private static final class Done {
        private long lookedAt;
        private long removed;
        private long failed;
    }

    private void sweep(List<String> contents, Done done) {
        done.lookedAt += contents.size();
        for (String content : rows.unused(contents)) {
            try {
                transaction.executeWithoutResult(status -> remove(content, done));
            } catch (UncheckedIOException left) {
                done.failed++;
                LOG.warn("Content {} cannot be removed", content, left);
            }
        }
    }

    private void remove(String sha256, Done done) {
        rows.hold(sha256);
        if (rows.refersTo(sha256)) {
            return;
        }
        try {
            blobs.remove(sha256);
            done.removed++;
            LOG.info("Removed content {}, which no upload refers to", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

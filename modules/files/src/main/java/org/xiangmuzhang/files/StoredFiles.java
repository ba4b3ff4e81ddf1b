package org.xiangmuzhang.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.files.content.Inspection;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprises;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A content and its row come and go together. */
@Component
class StoredFiles implements Files {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFiles.class);
    private static final int LONGEST_NAME = 200;

    private final JdbcFiles rows;
    private final Enterprises enterprises;
    private final Blobs blobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredFiles(
            JdbcFiles rows,
            Enterprises enterprises,
            Blobs blobs,
            Clock clock,
            PlatformTransactionManager manager) {
        this.rows = rows;
        this.enterprises = enterprises;
        this.blobs = blobs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    public StoredFile store(Region region, Actor actor, String name, InputStream content) {
        if (actor.role() == Role.AUDITOR) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
        String plainName = plain(name);
        try (Blobs.Incoming incoming = blobs.receive(content)) {
            StoredFile file =
                    new StoredFile(
                            Ids.next(clock),
                            region,
                            incoming.sha256(),
                            plainName,
                            Inspection.of(incoming.path(), plainName).mediaType(),
                            incoming.size(),
                            actor.person(),
                            actor.enterprise(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
            return Objects.requireNonNull(
                    transaction.execute(status -> keep(standing(file), incoming)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredFile> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public Map<UUID, StoredFile> byIds(Collection<UUID> ids) {
        return rows.byIds(ids).stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    @Override
    public void use(Collection<UUID> ids) {
        if (!rows.use(ids)) {
            throw Refusal.notFound("file-unknown");
        }
    }

    @Override
    public InputStream open(UUID id) {
        StoredFile file = byId(id).orElseThrow(() -> Refusal.notFound("file-unknown"));
        try {
            return blobs.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the enterprise that stands, also when the uploader's was merged away meanwhile. */
    private StoredFile standing(StoredFile file) {
        return Optional.ofNullable(file.enterprise())
                .flatMap(owner -> Sight.ALL.during(() -> enterprises.held(owner)))
                .map(stands -> file.of(stands.id()))
                .orElse(file);
    }

    private StoredFile keep(StoredFile file, Blobs.Incoming incoming) {
        rows.hold(file.sha256());
        try {
            if (blobs.keep(incoming)) {
                TransactionSynchronizationManager.registerSynchronization(
                        new TakenBack(file.sha256()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sight.ALL.during(() -> rows.add(file)); // may be another enterprise's than the caller sees
        return file;
    }

    /**
     * A content that came with a transaction goes with it when it fails, while that still holds it,
     * so that nobody else can have counted on it. Where that is not possible, it is swept up later.
     */
    private final class TakenBack implements TransactionSynchronization {

        private final String sha256;
        private boolean committing;

        TakenBack(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
        }

        @Override
        public void beforeCompletion() {
            if (committing) {
                return;
            }
            try {
                rows.hold(sha256);
                blobs.remove(sha256);
            } catch (DataAccessException | IOException left) {
                LOG.info("Content {} of a failed transaction is left for the sweep", sha256, left);
            }
        }
    }

    /** The last part of what the sender calls it, without anything that is not a character. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{C}", "").strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw Refusal.invalid("file-name", "/file", LONGEST_NAME);
        }
        return plain;
    }
}

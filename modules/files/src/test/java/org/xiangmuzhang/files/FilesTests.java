package org.xiangmuzhang.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.privacy.SweepReports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

class FilesTests {

    private static final int LARGEST = 100_000;
    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Region REGION = new Region("140500");
    private static final Actor CLERK = new Actor(UUID.randomUUID(), Role.CLERK, REGION, null, null);

    private final Path directory;
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final JdbcTransactionManager manager = new JdbcTransactionManager(DATABASE);
    private final StoredFiles files;

    FilesTests(@TempDir Path directory) {
        this.directory = directory;
        this.files = new StoredFiles(rows(), new NoEnterprises(), blobs(), clock, manager);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from files.file").update();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, application/pdf",
        "png, image/png",
        "jpg, image/jpeg",
        "jpeg, image/jpeg",
        "ofd, application/ofd",
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "txt, text/plain",
        "csv, text/csv",
        "dwg, image/vnd.dwg"
    })
    void keepsFileUnderItsHashAndFindsItsTypeInIt(String extension, String type)
            throws IOException {
        byte[] content = Samples.of(extension);

        StoredFile file = store("材料." + extension, content);

        assertThat(file.mediaType()).isEqualTo(type);
        assertThat(file.size()).isEqualTo(content.length);
        assertThat(files.byId(file.id())).contains(file);
        try (InputStream kept = files.open(file.id())) {
            assertThat(kept.readAllBytes()).isEqualTo(content);
        }
        String hash = file.sha256();
        assertThat(onDisk())
                .containsExactly(hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
    }

    @Test
    void sameContentTwiceIsOneBlobAndTwoRows() throws IOException {
        StoredFile first = store("甲.pdf", Samples.of("pdf"));
        StoredFile second = store("乙.pdf", Samples.of("pdf"));

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(onDisk()).hasSize(1);
        assertThat(rowCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, png, file-type-mismatch",
        "a.png, jpg, file-type-mismatch",
        "a.docx, xlsx, file-type-mismatch",
        "a.txt, pdf, file-type-mismatch",
        "a.pdf, txt, file-type-mismatch",
        "a.docx, zip, file-type-unknown",
        "a.pdf, exe, file-type-unknown",
        "a.txt, html, file-type-unknown",
        "a.png, svg, file-type-unknown",
        "a.exe, exe, file-type-unknown",
        "a, pdf, file-type-unknown",
        "a.pdf.html, pdf, file-type-unknown"
    })
    void contentUnlikeItsNameLeavesNothingBehind(String name, String content, String rule)
            throws IOException {
        refused(rule, name, new ByteArrayInputStream(Samples.of(content)));
    }

    @Test
    void emptyFileLeavesNothingBehind() throws IOException {
        refused("file-empty", "a.txt", InputStream.nullInputStream());
    }

    @Test
    void tooLargeFileLeavesNothingBehind() throws IOException {
        store("fits.txt", "x".repeat(LARGEST).getBytes());
        jdbc.sql("delete from files.file").update();
        Files.delete(directory.resolve(onDisk().getFirst()));

        refused(
                "file-too-large",
                "a.txt",
                new ByteArrayInputStream("x".repeat(LARGEST + 1).getBytes()));
    }

    @Test
    void streamThatIsCutOffLeavesNothingBehind() throws IOException {
        InputStream cutOff =
                new SequenceInputStream(
                        new ByteArrayInputStream(Samples.of("pdf")),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("connection reset");
                            }
                        });

        assertThatThrownBy(() -> files.store(REGION, CLERK, "a.pdf", cutOff))
                .isInstanceOf(UncheckedIOException.class);
        nothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "..\\", "\u0000"})
    void fileNeedsAName(String name) throws IOException {
        refused("file-name", name, new ByteArrayInputStream(Samples.of("pdf")));
    }

    @Test
    void nameIsOnlyTheLastPartOfAPath() {
        assertThat(store("../../etc/批文\u202e.pdf", Samples.of("pdf")).name()).isEqualTo("批文.pdf");
        assertThat(store("C:\\temp\\批文.pdf", Samples.of("pdf")).name()).isEqualTo("批文.pdf");
    }

    @Test
    void transactionThatFailsTakesTheContentWithIt() throws IOException {
        TransactionTemplate transaction = new TransactionTemplate(manager);

        transaction.executeWithoutResult(
                status -> {
                    store("a.pdf", Samples.of("pdf"));
                    status.setRollbackOnly();
                });

        nothingLeft();
    }

    @Test
    void transactionThatFailsLeavesContentThatAnotherUses() throws IOException {
        StoredFile kept = store("a.pdf", Samples.of("pdf"));

        new TransactionTemplate(manager)
                .executeWithoutResult(
                        status -> {
                            store("b.pdf", Samples.of("pdf"));
                            status.setRollbackOnly();
                        });

        assertThat(files.byId(kept.id())).isPresent();
        try (InputStream content = files.open(kept.id())) {
            assertThat(content.readAllBytes()).isEqualTo(Samples.of("pdf"));
        }
    }

    @Test
    void manyUploadsOfOneContentOfWhichSomeFailNeverLoseIt() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> uploads =
                    Stream.iterate(0, i -> i < 64, i -> i + 1)
                            .<Callable<Boolean>>map(i -> () -> upload(i % 2 == 0))
                            .toList();
            for (Future<Boolean> done : threads.invokeAll(uploads)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(rowCount()).isEqualTo(32);
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    void contentThatLostItsRowIsSweptUpAfterAnHour() throws IOException {
        StoredFile used = store("a.pdf", Samples.of("pdf"));
        StoredFile old = store("b.png", Samples.of("png"));
        StoredFile fresh = store("c.txt", Samples.of("txt"));
        jdbc.sql("delete from files.file where id in (?, ?)").params(old.id(), fresh.id()).update();
        age(used, Duration.ofHours(2));
        age(old, Duration.ofHours(2));
        age(fresh, Duration.ofMinutes(59));

        sweep(manager).run();

        assertThat(onDisk())
                .extracting(path -> path.substring(6))
                .containsExactlyInAnyOrder(used.sha256(), fresh.sha256());
    }

    @Test
    void sweepWaitsForTheUploadThatHoldsTheContent() throws Exception {
        StoredFile lost = store("a.pdf", Samples.of("pdf"));
        jdbc.sql("delete from files.file").update();
        age(lost, Duration.ofHours(2));

        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> sweeping =
                    new TransactionTemplate(manager)
                            .execute(
                                    status -> {
                                        store("again.pdf", Samples.of("pdf"));
                                        Future<?> begun = thread.submit(() -> sweep(manager).run());
                                        awaitWaitingForLock();
                                        return begun;
                                    });
            Objects.requireNonNull(sweeping).get();
        }

        assertThat(onDisk()).hasSize(1);
        assertThat(rowCount()).isEqualTo(1);
    }

    @Test
    void transactionThatFailsTakesTheContentWithItOnTheOneConnectionItHas() throws IOException {
        try (HikariDataSource one = new HikariDataSource()) {
            one.setDataSource(DATABASE);
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(1000);
            JdbcTransactionManager alone = new JdbcTransactionManager(one);
            StoredFiles ofOne =
                    new StoredFiles(
                            new JdbcFiles(JdbcClient.create(one)),
                            new NoEnterprises(),
                            blobs(),
                            clock,
                            alone);

            new TransactionTemplate(alone)
                    .executeWithoutResult(
                            status -> {
                                ofOne.store(
                                        REGION,
                                        CLERK,
                                        "a.pdf",
                                        new ByteArrayInputStream(Samples.of("pdf")));
                                status.setRollbackOnly();
                            });
        }

        nothingLeft();
    }

    @Test
    void auditorStoresNothing() throws IOException {
        Actor auditor = new Actor(UUID.randomUUID(), Role.AUDITOR, REGION, null, null);

        assertThatThrownBy(
                        () ->
                                files.store(
                                        REGION,
                                        auditor,
                                        "a.pdf",
                                        new ByteArrayInputStream(Samples.of("pdf"))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("role-may-not"));
        nothingLeft();
    }

    @Test
    void contentAbandonedByAKilledProcessIsClearedAwayAfterADay() throws IOException {
        Path old = Files.createFile(directory.resolve(".incoming-old"));
        Path fresh = Files.createFile(directory.resolve(".incoming-fresh"));
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));

        blobs();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void uploadsThatNobodyUsesAreRemovedAndTheirContentIsReported() throws IOException {
        StoredFile draft = store("draft.pdf", Samples.of("pdf"));
        StoredFile used = store("used.png", Samples.of("png"));
        files.use(List.of(used.id(), used.id()));
        files.use(List.of(used.id()));
        StoredFile named = store("named.pdf", Samples.of("pdf"));
        UnusedUploads unused = unused(file -> file.equals(named.id()));
        Instant now = clock.instant();
        assertThat(unused.pieces(now, null, 10)).isEmpty();
        assertThat(unused.pieces(now.plusSeconds(1), named.id(), 10)).isEmpty();
        assertThat(unused.pieces(now.plusSeconds(1), null, 10))
                .hasSize(2)
                .first()
                .satisfies(
                        piece -> {
                            assertThat(piece.id()).isEqualTo(draft.id());
                            assertThat(piece.region()).isEqualTo(REGION);
                            assertThat(piece.about().values()).containsExactly(CLERK.person());
                        });

        assertThat(unused.remove(used.id())).isFalse();
        assertThat(unused.remove(draft.id())).isTrue();
        assertThat(unused.remove(named.id())).as("a context names it").isFalse();
        assertThat(unused.pieces(now.plusSeconds(1), null, 10)).as("marked now").isEmpty();
        assertThat(unused.remove(named.id())).isFalse();
        files.use(List.of(named.id()));
        jdbc.sql("delete from files.file where id = ?").param(named.id()).update();
        age(draft, Duration.ofHours(2));
        age(used, Duration.ofHours(2));
        sweep(manager).run();

        assertThat(onDisk()).singleElement().asString().endsWith(used.sha256());
        assertThat(reported).containsExactly("contents 2 1 0");
        assertThatThrownBy(() -> files.use(List.of(used.id(), draft.id())))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("file-unknown"));
    }

    @Test
    void unknownFileHasNoContent() {
        assertThatThrownBy(() -> files.open(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("file-unknown"));
    }

    /** Beside a context that names some files. */
    private UnusedUploads unused(Predicate<UUID> named) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(
                "context",
                (FilesHandedIn) asked -> asked.stream().filter(named).collect(Collectors.toSet()));
        return new UnusedUploads(
                jdbc, new LeftUploads(jdbc, beans.getBeanProvider(FilesHandedIn.class)));
    }

    private final List<String> reported = new ArrayList<>();

    private SweepUnusedContents sweep(JdbcTransactionManager of) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(
                "reports",
                (SweepReports)
                        (kind, lookedAt, removed, failed) ->
                                reported.add(kind + " " + lookedAt + " " + removed + " " + failed));
        return new SweepUnusedContents(
                rows(), blobs(), clock, of, beans.getBeanProvider(SweepReports.class));
    }

    private void age(StoredFile file, Duration age) throws IOException {
        String hash = file.sha256();
        Files.setLastModifiedTime(
                directory.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash),
                FileTime.from(clock.instant().minus(age)));
    }

    private void awaitWaitingForLock() {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!jdbc.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and not"
                                + " granted)")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("deadline").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean upload(boolean fails) {
        new TransactionTemplate(manager)
                .executeWithoutResult(
                        status -> {
                            store("a.pdf", Samples.of("pdf"));
                            if (fails) {
                                status.setRollbackOnly();
                            }
                        });
        return true;
    }

    private StoredFile store(String name, byte[] content) {
        return files.store(REGION, CLERK, name, new ByteArrayInputStream(content));
    }

    private void refused(String rule, String name, InputStream content) throws IOException {
        assertThatThrownBy(() -> files.store(REGION, CLERK, name, content))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.rule()).isEqualTo(rule));
        nothingLeft();
    }

    private void nothingLeft() throws IOException {
        assertThat(onDisk()).isEmpty();
        assertThat(rowCount()).isZero();
    }

    private List<String> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString())
                    .toList();
        }
    }

    private int rowCount() {
        return jdbc.sql("select count(*) from files.file").query(Integer.class).single();
    }

    private JdbcFiles rows() {
        return new JdbcFiles(jdbc);
    }

    private Blobs blobs() {
        try {
            return new Blobs(directory, LARGEST, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

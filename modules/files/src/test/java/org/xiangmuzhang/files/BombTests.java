package org.xiangmuzhang.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.xiangmuzhang.bombs.Bombs;
import org.xiangmuzhang.bombs.Bombs.Bomb;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Files that are made to harm are refused by a rule, in little memory, and leave nothing. */
class BombTests {

    private static final int LARGEST = 20 * 1024 * 1024;

    /** What one upload may take of the heap, all in all; some of the bombs become 300 MB. */
    private static final long MEMORY = 16 * 1024 * 1024;

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Region REGION = new Region("140500");
    private static final Actor CLERK = new Actor(UUID.randomUUID(), Role.CLERK, REGION, null, null);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path directory;
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final StoredFiles files;

    BombTests(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.files =
                new StoredFiles(
                        new JdbcFiles(jdbc),
                        new NoEnterprises(),
                        new Blobs(directory, LARGEST, clock.instant()),
                        clock,
                        new JdbcTransactionManager(DATABASE));
    }

    static List<Bomb> bombs() {
        return Bombs.all();
    }

    /** So that what is loaded once is not counted with the first bomb. */
    @BeforeAll
    static void load(@TempDir Path directory) throws IOException {
        BombTests first = new BombTests(directory);
        for (String extension : List.of("docx", "pdf", "png", "txt")) {
            first.store("a." + extension, new ByteArrayInputStream(Samples.of(extension)));
        }
        first.jdbc.sql("delete from files.file").update();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombIsRefusedInLittleMemoryAndSoonAndLeavesNothing(Bomb bomb) throws IOException {
        byte[] content = bomb.content().get();
        assertThat(content.length).as("can be sent").isLessThan(LARGEST);
        InputStream sent = new ByteArrayInputStream(content);
        long began = System.nanoTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> store(bomb.name(), sent))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo(bomb.rule());
                            assertThat(refusal.pointers()).containsExactly("/file");
                        });
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        nothingLeft();
    }

    /** What the bound is for can be told from what is not bounded. */
    @Test
    void memoryThatIsTakenIsSeen() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(new byte[(int) MEMORY]).hasSize((int) MEMORY);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .isGreaterThanOrEqualTo(MEMORY);
    }

    @Test
    void aMillionEntriesAreTooLargeToBeginWith() throws IOException {
        try (InputStream endless =
                new InputStream() {
                    private long left = 46_000_000;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'P' : -1;
                    }
                }) {
            assertThatThrownBy(() -> store("a.docx", endless))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("file-too-large"));
        }
        nothingLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/a.txt",
                "..\\..\\a.txt",
                "/etc/a.txt",
                "C:\\Windows\\a.txt",
                "x/\u0000\u202Ea.txt",
                " a.txt "
            })
    void folderInAFilesNameIsNoFolder(String name) throws IOException {
        StoredFile file = store(name, new ByteArrayInputStream(Samples.of("txt")));

        assertThat(file.name()).isEqualTo("a.txt");
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
        jdbc.sql("delete from files.file").update();
    }

    private StoredFile store(String name, InputStream content) {
        return files.store(REGION, CLERK, name, content);
    }

    private void nothingLeft() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from files.file").query(Integer.class).single())
                .isZero();
    }
}

package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What tests ask for. */
@RestController
@RequestMapping("/api/things")
class Things {

    /** Let through at once unless a test holds it. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    volatile CountDownLatch entered = new CountDownLatch(1);

    private final Set<String> cut = ConcurrentHashMap.newKeySet();
    private final JdbcClient jdbc;
    private final Clock clock;

    Things(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Part(int number, LocalDate day) {}

    record NewThing(
            String name,
            @Nullable Region region,
            @Nullable Role role,
            @Nullable List<Part> parts,
            @Nullable String note,
            @Nullable Boolean flag,
            @Nullable BigDecimal amount) {}

    record Thing(UUID id, String name) {}

    @PostMapping
    ResponseEntity<Thing> create(@RequestBody NewThing wanted) throws InterruptedException {
        entered.countDown();
        if (!gate.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gate stayed closed");
        }
        Thing thing = new Thing(Ids.next(clock), wanted.name());
        insert(thing, null);
        URI location = URI.create("/api/things/" + thing.id());
        return EntityTags.tag(ResponseEntity.created(location), 1).body(thing);
    }

    @PostMapping("/refused")
    void refused(@RequestBody NewThing wanted) {
        insert(new Thing(Ids.next(clock), wanted.name()), null);
        throw Refusal.conflict("role-may-not", "STEWARD");
    }

    @PostMapping("/broken")
    void broken(@RequestBody NewThing wanted) {
        insert(new Thing(Ids.next(clock), wanted.name()), null);
        throw new IllegalStateException("secret inside");
    }

    /** Loses its connection to the database in the middle, the first time. */
    @PostMapping("/cut")
    Thing cut(@RequestBody NewThing wanted) {
        Thing thing = new Thing(Ids.next(clock), wanted.name());
        insert(thing, null);
        if (cut.add(wanted.name())) {
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(row -> {});
        }
        return thing;
    }

    /** Collides with another of the same name when the transaction commits, not before. */
    @PostMapping("/single")
    Thing single(@RequestBody NewThing wanted) {
        Thing thing = new Thing(Ids.next(clock), wanted.name());
        insert(thing, wanted.name());
        return thing;
    }

    @PostMapping("/raw")
    void raw(@RequestParam String name) {
        insert(new Thing(Ids.next(clock), name), null);
        jdbc.sql("select cast(:name as integer)").param("name", name).query(Integer.class).single();
    }

    @PostMapping("/files")
    Map<String, Long> upload(@RequestPart("file") MultipartFile file) {
        insert(new Thing(Ids.next(clock), String.valueOf(file.getOriginalFilename())), null);
        return Map.of("size", file.getSize());
    }

    @GetMapping
    Page<Thing> list(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        List<Thing> found =
                jdbc.sql(
                                """
                                select id, name from things.thing
                                where cast(:after as uuid) is null or id > :after
                                order by id limit :limit
                                """)
                        .param("after", cursor == null ? null : cursor.id(0))
                        .param("limit", size + 1)
                        .query(Thing.class)
                        .list();
        return Page.of(found, size, thing -> Cursor.of(thing.id()));
    }

    @GetMapping("/{id}")
    Thing one(@PathVariable UUID id) {
        throw Refusal.notFound("route-unknown", id);
    }

    @GetMapping("/in")
    String in(@RequestParam Region region) {
        return region.code();
    }

    @GetMapping("/on")
    String on(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable BigDecimal amount) {
        return day + " " + amount;
    }

    @PutMapping("/{id}")
    ResponseEntity<Void> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewThing wanted) {
        EntityTags.check(ifMatch, 1234);
        return EntityTags.tag(ResponseEntity.status(204).header("X-Id", id.toString()), 1235)
                .build();
    }

    private void insert(Thing thing, @Nullable String single) {
        jdbc.sql("insert into things.thing (id, name, single) values (:id, :name, :single)")
                .param("id", thing.id())
                .param("name", thing.name())
                .param("single", single)
                .update();
    }
}

package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.files.FilesHandedIn;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.book.Book;
import org.xiangmuzhang.steward.domain.book.Chapter;
import org.xiangmuzhang.steward.domain.book.ChapterVerdict;
import org.xiangmuzhang.steward.domain.book.Commission;
import org.xiangmuzhang.steward.domain.book.Cost;
import org.xiangmuzhang.steward.domain.book.Payer;
import org.xiangmuzhang.steward.domain.book.Reply;
import org.xiangmuzhang.steward.domain.book.Withdrawal;
import org.xiangmuzhang.steward.port.out.Books;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Repository
class JdbcBooks implements Books, FilesHandedIn {

    /** Whoever may not see it is as if it were not there. */
    private static final String SEEN =
            """
            select s.* from steward.book s join steward.project p on p.id = s.project
             where s.region = any(:regions)
               and (:all or p.steward = :steward
                    or exists (select from steward.book_chapter c
                                where c.book = s.id and c.department = :department))
            """;

    private static final String OF_ENTERPRISE =
            """
            select s.* from steward.book s join steward.project p on p.id = s.project
             where p.enterprise = :enterprise
            """;

    private final JdbcClient jdbc;

    JdbcBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Book book) {
        try {
            jdbc.sql(
                            """
                            insert into steward.book
                                (id, region, project, bundle, opened_on, open, version)
                            values (?, ?, ?, ?, ?, true, ?)
                            """)
                    .param(book.id())
                    .param(book.region().code())
                    .param(book.project())
                    .param(book.bundle())
                    .param(book.openedOn())
                    .param(book.version())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("book-id-taken", book.id());
        }
        for (Chapter one : book.chapters()) {
            add(book, one);
        }
    }

    private void add(Book book, Chapter one) {
        try {
            jdbc.sql(
                            """
                            insert into steward.book_chapter
                                (book, region, project, item, department, reads, needs)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(book.id())
                    .param(book.region().code())
                    .param(book.project())
                    .param(one.item())
                    .param(one.department())
                    .param(one.reads().toArray(String[]::new))
                    .param(one.needs().toArray(String[]::new))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("book-item-open-already", one.item());
        }
    }

    @Override
    public Optional<Book> visible(UUID book, Sessions.Sight sight) {
        return books(seen(" and s.id = :book", sight).param("book", book)).stream().findFirst();
    }

    @Override
    public Optional<Book> held(UUID book) {
        return books(jdbc.sql("select * from steward.book where id = ? for update").param(book))
                .stream()
                .findFirst();
    }

    @Override
    public List<Book> list(Sessions.Sight sight, Selection selection) {
        String which =
                (selection.open() ? " and s.open and p.closed_on is null" : "")
                        + (selection.project() == null ? "" : " and s.project = :project")
                        + (selection.before() == null ? "" : " and s.id < :before")
                        + " order by s.id desc limit :limit";
        return books(
                seen(which, sight)
                        .param("project", selection.project(), Types.OTHER)
                        .param("before", selection.before(), Types.OTHER)
                        .param("limit", selection.limit()));
    }

    private JdbcClient.StatementSpec seen(String which, Sessions.Sight sight) {
        return jdbc.sql((sight.enterprise() == null ? SEEN : OF_ENTERPRISE) + which)
                .param("enterprise", sight.enterprise(), Types.OTHER)
                .param("regions", JdbcTickets.codes(sight.regions()), Types.ARRAY)
                .param("all", sight.all())
                .param("steward", sight.steward(), Types.OTHER)
                .param("department", sight.department(), Types.VARCHAR);
    }

    @Override
    public void save(Book book) {
        Commission commission = book.commission();
        Reply reply = book.reply();
        Withdrawal withdrawal = book.withdrawal();
        jdbc.sql(
                        """
                        update steward.book set agency = ?, contract = ?, payer = ?,
                            document_number = ?, replied_on = ?, reply = ?, withdrawn_on = ?,
                            withdrawal = ?, open = ?, version = ?
                         where id = ?
                        """)
                .param(commission == null ? null : commission.agency())
                .param(commission == null ? null : commission.contract())
                .param(commission == null ? null : commission.payer().name())
                .param(reply == null ? null : reply.documentNumber())
                .param(reply == null ? null : reply.on())
                .param(reply == null ? null : reply.file())
                .param(withdrawal == null ? null : withdrawal.on())
                .param(withdrawal == null ? null : withdrawal.reason())
                .param(book.isOpen())
                .param(book.version())
                .param(book.id())
                .update();
        for (Chapter one : book.chapters()) {
            Cost cost = one.cost();
            jdbc.sql(
                            """
                            update steward.book_chapter set verdict = ?, remark = ?, given_on = ?,
                                stale = ?, alone = ?, government = ?, enterprise = ?, booked_on = ?,
                                open = ?
                             where book = ? and item = ?
                            """)
                    .param(one.verdict() == null ? null : one.verdict().name())
                    .param(one.remark())
                    .param(one.givenOn())
                    .param(one.stale())
                    .param(cost == null ? null : cost.alone())
                    .param(cost == null ? null : cost.government())
                    .param(cost == null ? null : cost.enterprise())
                    .param(one.bookedOn())
                    .param(book.isOpen())
                    .param(book.id())
                    .param(one.item())
                    .update();
        }
        book.data()
                .forEach(
                        (meaning, value) ->
                                jdbc.sql(
                                                """
                                                insert into steward.book_datum
                                                    (book, region, project, meaning, value)
                                                values (?, ?, ?, ?, ?)
                                                    on conflict (book, meaning)
                                                    do update set value = excluded.value
                                                """)
                                        .params(
                                                book.id(),
                                                book.region().code(),
                                                book.project(),
                                                meaning,
                                                value)
                                        .update());
    }

    /** Books as they stand, with chapters and data. */
    private List<Book> books(JdbcClient.StatementSpec asked) {
        List<Row> rows = asked.query(JdbcBooks::row).list();
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<Chapter>> chapters =
                jdbc
                        .sql(
                                """
                                select * from steward.book_chapter where book = any(?) order by item
                                """)
                        .param(ids)
                        .query(
                                (row, number) ->
                                        Map.entry(row.getObject("book", UUID.class), chapter(row)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        Map<UUID, Map<String, UUID>> data = new HashMap<>();
        jdbc.sql("select book, meaning, value from steward.book_datum where book = any(?)")
                .param(ids)
                .query(
                        row -> {
                            data.computeIfAbsent(
                                            row.getObject("book", UUID.class),
                                            none -> new HashMap<>())
                                    .put(
                                            row.getString("meaning"),
                                            row.getObject("value", UUID.class));
                        });
        return rows.stream()
                .map(
                        row ->
                                new Book(
                                        row.id(),
                                        row.region(),
                                        row.project(),
                                        row.bundle(),
                                        row.openedOn(),
                                        chapters.getOrDefault(row.id(), List.of()),
                                        data.getOrDefault(row.id(), Map.of()),
                                        row.commission(),
                                        row.reply(),
                                        row.withdrawal(),
                                        row.version()))
                .toList();
    }

    private record Row(
            UUID id,
            Region region,
            UUID project,
            String bundle,
            LocalDate openedOn,
            @Nullable Commission commission,
            @Nullable Reply reply,
            @Nullable Withdrawal withdrawal,
            long version) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        String payer = row.getString("payer");
        UUID reply = row.getObject("reply", UUID.class);
        UUID withdrawal = row.getObject("withdrawal", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getString("bundle"),
                row.getObject("opened_on", LocalDate.class),
                payer == null
                        ? null
                        : new Commission(
                                row.getObject("agency", UUID.class),
                                row.getObject("contract", UUID.class),
                                Payer.valueOf(payer)),
                reply == null
                        ? null
                        : new Reply(
                                row.getString("document_number"),
                                row.getObject("replied_on", LocalDate.class),
                                reply),
                withdrawal == null
                        ? null
                        : new Withdrawal(
                                withdrawal, row.getObject("withdrawn_on", LocalDate.class)),
                row.getLong("version"));
    }

    private static Chapter chapter(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        BigDecimal alone = row.getBigDecimal("alone");
        return new Chapter(
                row.getString("item"),
                row.getString("department"),
                Set.of((String[]) row.getArray("reads").getArray()),
                Set.of((String[]) row.getArray("needs").getArray()),
                verdict == null ? null : ChapterVerdict.valueOf(verdict),
                row.getObject("remark", UUID.class),
                row.getObject("given_on", LocalDate.class),
                row.getBoolean("stale"),
                alone == null
                        ? null
                        : new Cost(
                                alone,
                                row.getBigDecimal("government"),
                                row.getBigDecimal("enterprise")),
                row.getObject("booked_on", LocalDate.class));
    }

    @Override
    public List<Booked> booked(Set<Region> regions, @Nullable Integer year, int limit) {
        return sums(
                "project, region, year",
                "project, region, year",
                " order by sum(alone - enterprise) desc, project limit :limit",
                regions,
                year,
                limit);
    }

    @Override
    public List<Booked> byPlace(Set<Region> regions, @Nullable Integer year) {
        return sums(
                "cast(null as uuid) as project, region, year",
                "region, year",
                " order by region, year limit :limit",
                regions,
                year,
                10_000);
    }

    private List<Booked> sums(
            String what,
            String by,
            String order,
            Set<Region> regions,
            @Nullable Integer year,
            int limit) {
        return jdbc.sql(
                        "select "
                                + what
                                + ", count(*) as items, sum(alone) as alone,"
                                + " sum(government) as government, sum(enterprise) as enterprise"
                                + " from (select c.*, cast(extract(year from booked_on) as int) as year"
                                + "         from steward.book_chapter c"
                                + "         join steward.book b on b.id = c.book"
                                + "        where c.region = any(:regions)"
                                + "          and c.booked_on is not null and b.reply is not null) c"
                                + " where cast(:year as int) is null or year = :year group by "
                                + by
                                + order)
                .param("regions", JdbcTickets.codes(regions), Types.ARRAY)
                .param("year", year, Types.INTEGER)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID project = row.getObject("project", UUID.class);
                            return new Booked(
                                    project == null ? NONE : project,
                                    new Region(row.getString("region")),
                                    row.getInt("year"),
                                    row.getInt("items"),
                                    row.getBigDecimal("alone"),
                                    row.getBigDecimal("government"),
                                    row.getBigDecimal("enterprise"));
                        })
                .list();
    }

    private static final UUID NONE = new UUID(0, 0);

    @Override
    public Set<UUID> among(Collection<UUID> files) {
        return jdbc.sql(
                        """
                        select contract from steward.book where contract = any(:files)
                         union select reply from steward.book where reply = any(:files)
                        """)
                .param("files", files.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}

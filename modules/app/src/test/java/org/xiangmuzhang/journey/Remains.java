package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.ShortLived;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks everywhere for what names somebody: every column of every table as text and as bytes, all
 * that the keys of the platform open, and every byte of a folder. Tells where it was found, by the
 * names of what was looked for and never by itself.
 */
record Remains(Map<String, String> named) {

    private static final List<String> ABOUT = List.of("session", "sign-in", "answer");

    private static final String COLUMNS =
            """
            select format('%I.%I', n.nspname, c.relname) as place, quote_ident(a.attname) as name,
                   a.atttypid = 'bytea'::regtype as bytes
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid
             where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
               and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             order by 1, 2
            """;

    private record Column(String place, String name, boolean bytes) {}

    /** As the rows stand in the tables. */
    SortedSet<String> inTables(JdbcClient jdbc) {
        SortedSet<String> found = new TreeSet<>();
        for (Column column : jdbc.sql(COLUMNS).query(Column.class).list()) {
            String condition =
                    column.bytes()
                            ? "position(convert_to(:sought, 'UTF8') in %s) > 0"
                            : "position(:sought in cast(%s as text)) > 0"
                                    + " or position(convert_to(:sought, 'UTF8')"
                                    + " in convert_to(cast(%1$s as text), 'UTF8')) > 0";
            String count =
                    "select count(*) from %s where ".formatted(column.place())
                            + condition.formatted(column.name());
            named.forEach(
                    (name, sought) -> {
                        if (jdbc.sql(count).param("sought", sought).query(Long.class).single()
                                > 0) {
                            found.add(name + " in " + column.place() + "." + column.name());
                        }
                    });
        }
        return found;
    }

    /** What any key of the platform opens. */
    SortedSet<String> opened(Platform platform) {
        SortedSet<String> found = new TreeSet<>();
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        People people = platform.bean(People.class);
        for (UUID id : jdbc.sql("select id from parties.person").query(UUID.class).list()) {
            Optional<Person> person = people.byId(id);
            look(found, "people", person.map(Person::toString).orElse(""));
        }
        platform.bean(Remarks.class)
                .texts(jdbc.sql("select id from parties.remark").query(UUID.class).list())
                .values()
                .forEach(text -> look(found, "remarks", text));
        ShortLived sealing = platform.bean(ShortLived.class);
        for (Column column : jdbc.sql(COLUMNS).query(Column.class).list()) {
            if (column.bytes()) {
                jdbc.sql(
                                "select %s from %s where %1$s is not null"
                                        .formatted(column.name(), column.place()))
                        .query(byte[].class)
                        .list()
                        .forEach(bytes -> open(found, sealing, column, bytes));
            }
        }
        return found;
    }

    private void open(SortedSet<String> found, ShortLived sealing, Column column, byte[] sealed) {
        for (String about : ABOUT) {
            try {
                sealing.open(sealed, about)
                        .ifPresent(
                                bytes ->
                                        look(
                                                found,
                                                column.place() + "." + column.name(),
                                                new String(bytes, StandardCharsets.UTF_8)));
            } catch (IllegalStateException aboutSomethingElse) {
                // it is tried with the other words
                continue;
            }
        }
    }

    private void look(SortedSet<String> found, String place, String text) {
        named.forEach(
                (name, sought) -> {
                    if (text.contains(sought)) {
                        found.add(name + " opened in " + place);
                    }
                });
    }

    /** In every byte of every file below a folder, and in their names. */
    SortedSet<String> inFiles(Path folder) {
        SortedSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> {
                                String content = content(file);
                                named.forEach(
                                        (name, sought) -> {
                                            if (content.contains(bytes(sought))
                                                    || file.toString().contains(sought)) {
                                                found.add(name + " in " + folder.relativize(file));
                                            }
                                        });
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** One character a byte, so that text can be looked for in anything. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.domain.Contained;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Inspection;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.catalog.port.in.ProposingTables;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads, checks and stages tables outside the log, and makes them hold in one short step. */
@Service
class TableImport implements Importing {

    private static final UUID CALENDAR =
            UUID.nameUUIDFromBytes("catalog.workdays".getBytes(StandardCharsets.UTF_8));

    /** Of all tables together; those that come with the platform have a twentieth of it. */
    private static final int ROWS = 20_000;

    private static final Duration STAGED_FOR = Duration.ofDays(ProposingTables.DAYS + 1);

    private final Tables tables;
    private final ClosedDepartments closed;
    private final Editions editions;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TableImport(
            Tables tables,
            ClosedDepartments closed,
            Editions editions,
            Snapshots snapshots,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.closed = closed;
        this.editions = editions;
        this.snapshots = snapshots;
        this.transaction = new TransactionTemplate(transactionManager);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Imported importShipped(Map<String, byte[]> contents) {
        Map<Table, String> before = editions.shipped();
        List<Sheet> sheets = sheets(contents);
        List<Sheet> changed =
                sheets.stream()
                        .filter(sheet -> !sheet.hash().equals(before.get(sheet.table())))
                        .toList();
        return changed.isEmpty()
                ? imported(snapshots.latest().version(), sheets, Set.of())
                : take(changed, Actor.system(Region.TEMPLATE), true);
    }

    /** Reads tables by name; what is wrong with their form is thrown as {@code TablesRefused}. */
    List<Sheet> sheets(Map<String, byte[]> contents) {
        if (contents.values().stream().mapToInt(content -> content.length).sum() > LARGEST) {
            throw Refusal.invalid("tables-too-large", List.of(), LARGEST);
        }
        List<Fault> faults = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        int room = ROWS;
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            Table table = tables.named(content.getKey());
            Sheet sheet = CsvSheet.read(table, content.getValue(), room, faults);
            room -= sheet.rows().size();
            sheets.add(sheet);
        }
        if (!faults.isEmpty()) {
            throw new TablesRefused(faults);
        }
        return sheets;
    }

    Imported take(List<Sheet> sheets, Actor actor, boolean shipped) {
        Snapshot base = snapshots.latest();
        Library before = base.template().library();
        check(before, before.with(sheets));
        List<Sheet> changed =
                sheets.stream()
                        .filter(
                                sheet ->
                                        shipped
                                                || !sheet.hash()
                                                        .equals(before.sheet(sheet.table()).hash()))
                        .toList();
        if (changed.isEmpty()) {
            return imported(base.version(), sheets, Set.of());
        }
        forgetStaged();
        Map<Table, UUID> staged = editions.stage(changed, shipped, clock.instant());
        long version = publish(changed, staged, actor);
        return imported(version, sheets, staged.keySet());
    }

    /** Refuses tables that may not hold together. */
    void check(Library before, Library after) {
        Inspection.check(after);
        closed.check(before, after);
    }

    /** Forgets what was put down and can be published no more. */
    void forgetStaged() {
        editions.forgetStaged(clock.instant().minus(STAGED_FOR));
    }

    /** Lets tables hold that were put down before; refuses those that may not, today. */
    long publish(List<Sheet> sheets, Map<Table, UUID> staged, Actor actor) {
        Snapshot base = snapshots.latest();
        Library before = base.template().library();
        Library after = before.with(sheets);
        check(before, after);
        Difference difference = Difference.between(before, after);
        Editions.Publication publication =
                new Editions.Publication(
                        base.templateVersion(),
                        staged,
                        difference.newVersions(),
                        actor.person(),
                        clock.instant());
        return Objects.requireNonNull(
                transaction.execute(status -> publish(publication, difference)));
    }

    private long publish(Editions.Publication publication, Difference difference) {
        long version = editions.publish(publication);
        if (!difference.touched().isEmpty()) {
            events.publishEvent(
                    new ItemsChanged(
                            Ids.next(clock),
                            Region.TEMPLATE,
                            Long.toString(version),
                            List.copyOf(difference.touched())));
        }
        if (difference.calendar()) {
            events.publishEvent(
                    new CalendarPublished(
                            CALENDAR,
                            Region.TEMPLATE,
                            Template.calendarVersion(
                                    editions.numbers().getOrDefault(Table.WORKDAYS, 0))));
        }
        snapshots.refreshAfterCommit();
        return version;
    }

    private static Imported imported(long version, List<Sheet> sheets, Set<Table> changed) {
        return new Imported(
                version,
                sheets.stream()
                        .map(
                                sheet ->
                                        new ImportedTable(
                                                sheet.table().text(),
                                                sheet.rows().size(),
                                                changed.contains(sheet.table())))
                        .toList(),
                flags(sheets));
    }

    /** What an editor should look at again. */
    static List<Fault> flags(Collection<Sheet> sheets) {
        return Contained.flags(Library.EMPTY.with(sheets));
    }
}

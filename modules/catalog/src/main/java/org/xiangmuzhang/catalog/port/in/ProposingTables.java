package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.port.in.Overriding.Conflict;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.util.List;
import java.util.Map;

/**
 * Whole tables of the template, as CSV (RFC 4180, UTF-8, with the table's header): one editor of
 * the template proposes them, sees what they would do, and another one approves. All or none:
 * faults are thrown as {@code TablesRefused}, each with table, line and column.
 */
public interface ProposingTables {

    /** So many days what is proposed may wait. */
    int DAYS = 30;

    /**
     * Proposes tables by name, such as {@code items}. Refuses another region with {@code
     * import-template-only}, more than {@link Importing#LARGEST} with {@code tables-too-large}, the
     * same rows again with {@code tables-unchanged}, and while another proposal waits {@code
     * setting-proposed-already}.
     */
    ProposedTables propose(Map<String, byte[]> tables, Region region, String reason, Actor actor);

    /** What waits and what it would do now, or null; editors of the template only. */
    @Nullable ProposedTables proposed(Actor actor);

    /**
     * Decides on the proposal of this number. What is approved holds at once; refuses {@code
     * catalog-changed-meanwhile} when one of its tables has another edition by now.
     */
    void decide(int number, SettingVersion.State outcome, String answer, Actor actor);

    /**
     * What waits.
     *
     * @param items codes of the items that would get a new version or go
     * @param calendar whether the working days would be others
     * @param conflicts what places do in their own way and would have to look at again
     * @param touched what goes by these items
     * @param flags what an editor should look at again
     */
    record ProposedTables(
            SettingVersion version,
            List<TableEffect> tables,
            List<String> items,
            boolean calendar,
            List<Conflict> conflicts,
            List<Dependents.Line> touched,
            List<Fault> flags) {}

    /**
     * What would happen to a table.
     *
     * @param rows how many it would have
     * @param changes the first hundred rows that would come, go or be others
     */
    record TableEffect(
            String table, int rows, int added, int changed, int removed, List<RowChange> changes) {}

    /**
     * A row that would come, go or be another.
     *
     * @param columns those that would differ
     */
    record RowChange(Kind kind, String key, List<String> columns) {

        /** What would happen to it. */
        public enum Kind {
            ADDED,
            CHANGED,
            REMOVED
        }
    }
}

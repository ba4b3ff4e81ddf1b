package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An editor proposes that a place does an item or has a row in its own way, on some days; another
 * one decides. The table {@code items} means an item, whose key is its code.
 */
public interface ProposingLocalWays {

    /**
     * What the place is to have and when.
     *
     * @param from first day
     * @param until last day, or null: until the next version
     */
    record Wish(LocalDate from, @Nullable LocalDate until, String reason) {}

    /** Whether the actor reads what was proposed for the place, by whom and why. */
    boolean mayRead(Region region, Actor actor);

    /** One way of a place; with what waits, and what that would touch, for who may read it. */
    LocalMatter at(Region region, String table, String key, Actor actor);

    /** Proposes values for an item; none at all: as its parents have it. */
    SettingVersion propose(Region region, String code, LocalValues values, Wish wish, Actor actor);

    /** Proposes a row; faults of the tables as they would be today are thrown. */
    SettingVersion propose(
            Region region, String table, String key, LocalRow row, Wish wish, Actor actor);

    /**
     * Proposes what was typed, by the names of {@link LocalMatter#fields}: whatever is the same as
     * above is inherited.
     */
    SettingVersion propose(
            Region region,
            String table,
            String key,
            boolean absent,
            Map<String, String> typed,
            Wish wish,
            Actor actor);

    /**
     * Decides on the proposal of this number. What is approved holds from its first day on; refuses
     * with {@code setting-decided-already} when another one waits, or none.
     */
    void decide(
            Region region,
            String table,
            String key,
            int number,
            SettingVersion.State outcome,
            String answer,
            Actor actor);

    /**
     * Versions of one way below a number, the newest first; refuses with {@code
     * proposals-of-another-place}.
     */
    List<SettingVersion> history(
            Region region, String table, String key, int before, int limit, Actor actor);

    /** What waits at the place and below it; refuses with {@code proposals-of-another-place}. */
    List<LocalProposal> waiting(Region region, Actor actor);

    /** Puts in force what begins today and takes back what has ended; how many there were. */
    int settleDue();

    /** What waits, and where. */
    record LocalProposal(Region region, String table, String key, LocalDate from) {}

    /**
     * One way of a place.
     *
     * @param known whether the parents have the row
     * @param own whether the place does anything in its own way
     * @param absent whether the row does not hold at the place
     * @param absentThen whether it would not by the proposal
     * @param proposal what waits, or null
     * @param flags what an editor should look at again in what waits, or in what holds
     * @param touched what the proposal touches
     */
    record LocalMatter(
            Region region,
            String table,
            String key,
            boolean known,
            boolean own,
            boolean absent,
            List<LocalField> fields,
            @Nullable SettingVersion proposal,
            boolean absentThen,
            List<Fault> flags,
            List<Dependents.Line> touched) {}

    /**
     * A field as the parents have it, as the place has it, and as it would have it.
     *
     * @param above empty when the parents have none
     * @param then null when nothing waits
     */
    record LocalField(String name, String above, String here, @Nullable String then) {

        public boolean isOwn() {
            return !above.equals(here);
        }

        public boolean isChanged() {
            return then != null && !then.equals(here);
        }
    }
}

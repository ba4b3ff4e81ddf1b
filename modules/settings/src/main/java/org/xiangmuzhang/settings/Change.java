package org.xiangmuzhang.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What a proposal changes in one field.
 *
 * @param rows those of a table, each with how it stands to what holds; empty for another kind
 */
record Change(Setting.Field field, Object now, Object then, List<ChangedRow> rows) {

    enum Mark {
        SAME,
        ADDED,
        REMOVED
    }

    record ChangedRow(Values row, Mark mark) {}

    public boolean isSame() {
        return now.equals(then);
    }

    static List<Change> between(Setting setting, Values now, Values then) {
        return setting.fields().stream().map(field -> of(field, now, then)).toList();
    }

    private static Change of(Setting.Field field, Values now, Values then) {
        return new Change(
                field,
                now.of(field.name()),
                then.of(field.name()),
                field.kind() instanceof Kind.Table
                        ? rows(now.rows(field.name()), then.rows(field.name()))
                        : List.of());
    }

    /** Rows that are gone stand where they stood, before what comes in their place. */
    private static List<ChangedRow> rows(List<Values> now, List<Values> then) {
        List<ChangedRow> rows = new ArrayList<>();
        List<Values> left = new ArrayList<>(now);
        for (Values row : then) {
            int at = left.indexOf(row);
            for (Values gone : left.subList(0, Math.max(at, 0))) {
                rows.add(new ChangedRow(gone, Mark.REMOVED));
            }
            left.subList(0, at + 1).clear();
            rows.add(new ChangedRow(row, at < 0 ? Mark.ADDED : Mark.SAME));
        }
        left.forEach(gone -> rows.add(new ChangedRow(gone, Mark.REMOVED)));
        return rows;
    }
}

package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What changed in a list between two days. */
@ValueObject
public record ListChanges(
        PublishedList before,
        PublishedList after,
        List<ListLine> added,
        List<ListLine> removed,
        List<Changed> changed) {

    /** A cell that has another text. */
    public record Changed(ListLine line, ListColumn column, String before, String after) {}

    static ListChanges between(PublishedList before, PublishedList after) {
        Map<String, ListLine> old = new HashMap<>();
        before.lines().forEach(line -> old.put(line.key(), line));
        List<ListLine> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (ListLine line : after.lines()) {
            ListLine was = old.remove(line.key());
            if (was == null) {
                added.add(line);
            } else {
                for (ListColumn column : after.kind().columns()) {
                    if (!Objects.equals(was.get(column), line.get(column))) {
                        changed.add(new Changed(line, column, was.get(column), line.get(column)));
                    }
                }
            }
        }
        List<ListLine> removed =
                before.lines().stream().filter(line -> old.containsKey(line.key())).toList();
        return new ListChanges(before, after, added, removed, changed);
    }
}

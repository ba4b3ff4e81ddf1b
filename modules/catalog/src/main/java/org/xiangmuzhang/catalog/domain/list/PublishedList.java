package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Digest;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A list as it is at a place on a day.
 *
 * @param type code of the project type whose items it is about, or of the trade; null: all
 * @param lines by department and key
 */
@ValueObject
public record PublishedList(
        ListKind kind,
        Region region,
        LocalDate day,
        @Nullable String type,
        List<ListLine> lines,
        List<LeftOut> leftOut) {

    public PublishedList {
        lines = List.copyOf(lines);
        leftOut = List.copyOf(leftOut);
    }

    /** With lines of other items, each in its place. */
    public PublishedList with(List<ListLine> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<ListLine> all = new ArrayList<>(lines);
        all.addAll(others);
        all.sort(Comparator.comparing(ListLine::department).thenComparing(ListLine::key));
        return new PublishedList(kind, region, day, type, all, leftOut);
    }

    /** Names the content: two lists with the same lines have the same version. */
    public String version() {
        Digest digest = new Digest();
        for (ListLine line : lines) {
            digest.add(line.key()).add(line.nameZh()).add(line.nameEn()).add(line.department());
            line.items().forEach(digest::add);
            new TreeMap<>(line.cells()).forEach((column, cell) -> digest.add(column + "=" + cell));
        }
        return digest.text().substring(0, 12);
    }

    /** What differs from an earlier list of the same kind and place. */
    public ListChanges since(PublishedList earlier) {
        return ListChanges.between(earlier, this);
    }
}

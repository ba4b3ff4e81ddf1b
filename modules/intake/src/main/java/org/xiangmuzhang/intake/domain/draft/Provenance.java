package org.xiangmuzhang.intake.domain.draft;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.intake.domain.draft.Paper.Reuse;

import java.util.List;

/**
 * How an application was filled in.
 *
 * @param fields of its form
 * @param purpose codes of the items for which materials were used again
 */
@ValueObject
public record Provenance(
        int fields, List<Prefilled> prefilled, List<Reuse> reused, List<String> purpose) {

    public Provenance {
        prefilled = List.copyOf(prefilled);
        reused = List.copyOf(reused);
        purpose = List.copyOf(purpose);
    }

    /** Hundredths of the form that nobody had to type. */
    public long percent() {
        return fields == 0 ? 0 : Math.round(100.0 * prefilled.size() / fields);
    }
}

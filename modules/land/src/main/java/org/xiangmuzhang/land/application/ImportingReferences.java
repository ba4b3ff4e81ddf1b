package org.xiangmuzhang.land.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.land.domain.ReferenceTables;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.util.List;

/** Takes over new reference tables: all of them or none, and the same ones once. */
@Service
public class ImportingReferences {

    private final LandReferences references;

    ImportingReferences(LandReferences references) {
        this.references = references;
    }

    /** Answers {@code region/code} of local rows whose template has changed under them. */
    @Transactional
    public List<String> take(ReferenceTables tables) {
        return references.holds(tables.fingerprint())
                ? List.of()
                : references.replaceTemplate(tables);
    }
}

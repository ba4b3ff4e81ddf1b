package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * A material that stands once in a package, whoever asks for it.
 *
 * @param form ORIGINAL, COPY, ELECTRONIC or E_CERTIFICATE, as the first that asks has it
 * @param required whether any item must have it
 * @param deferrable whether every item lets it be owed
 * @param readers codes of the items that ask for it
 * @param departments codes of the departments that read it
 * @param madeBy codes of the items of the package whose result it is
 */
@ValueObject
public record SharedMaterial(
        String nameZh,
        String nameEn,
        String form,
        String source,
        boolean required,
        boolean deferrable,
        Fate fate,
        List<String> readers,
        List<String> departments,
        List<String> madeBy) {

    public SharedMaterial {
        readers = List.copyOf(readers);
        departments = List.copyOf(departments);
        madeBy = List.copyOf(madeBy);
    }

    /** What becomes of it. */
    public enum Fate {
        /** The applicant hands it in. */
        HANDED_IN,
        /** The office fetches it. */
        FETCHED,
        /** It is the result of another item of the package. */
        MADE_INSIDE
    }
}

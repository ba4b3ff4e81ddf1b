package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * A field that stands once in a package's form, whoever reads it.
 *
 * @param meaning code of what it means; fields of one meaning are one
 * @param form TEXT, LONG_TEXT, NUMBER, DATE, CHOICE or FILE
 * @param required whether any item must have it
 * @param readers codes of the items that read it
 * @param departments codes of the departments that read it
 */
@ValueObject
public record SharedField(
        String meaning,
        String nameZh,
        String nameEn,
        String form,
        boolean required,
        List<String> readers,
        List<String> departments) {

    public SharedField {
        readers = List.copyOf(readers);
        departments = List.copyOf(departments);
    }
}

package org.xiangmuzhang.catalog.api;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A paper or certificate that an item asks for.
 *
 * @param id stable id within the catalog, such as {@code MAT-001}
 * @param form ORIGINAL, COPY, ELECTRONIC or E_CERTIFICATE
 * @param source APPLICANT, GOVERNMENT_ECERT or INTERMEDIARY
 * @param deferrable may be owed and supplied later (容缺)
 * @param producedBy item codes whose result is this material; any one of them serves
 * @param reusable fetched by the office, never asked of the applicant
 * @param basis the clause that asks for it, or null where nobody has named one
 * @param committable a commitment may replace it (告知承诺); null is no
 * @param template name or address of the blank form, or null
 * @param sample name or address of a filled-in sample, or null
 */
public record Material(
        String id,
        String nameZh,
        String nameEn,
        String form,
        String source,
        boolean required,
        boolean deferrable,
        List<String> producedBy,
        boolean reusable,
        @Nullable String basis,
        @Nullable Boolean committable,
        @Nullable String template,
        @Nullable String sample) {

    /** As a department's paper or the applicant's own that nothing more is said of. */
    public Material(
            String id,
            String nameZh,
            String nameEn,
            String form,
            String source,
            boolean required,
            boolean deferrable,
            List<String> producedBy,
            boolean reusable) {
        this(
                id,
                nameZh,
                nameEn,
                form,
                source,
                required,
                deferrable,
                producedBy,
                reusable,
                null,
                false,
                null,
                null);
    }

    public Material {
        committable = Boolean.TRUE.equals(committable);
    }

    /** Whether the applicant would be asked for what a department has issued. */
    public boolean asksAgain() {
        return source.equals("GOVERNMENT_ECERT") && !reusable;
    }

    /** The same without later supply or commitment. */
    Material atOnce() {
        return new Material(
                id,
                nameZh,
                nameEn,
                form,
                source,
                required,
                false,
                producedBy,
                reusable,
                basis,
                false,
                template,
                sample);
    }
}

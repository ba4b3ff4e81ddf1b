package org.xiangmuzhang.catalog.api;

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
        boolean reusable) {}

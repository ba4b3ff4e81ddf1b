package org.xiangmuzhang;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.signin.PostNames;

import java.util.Locale;

/** Names places and departments in the header as the catalog does. */
@Component
class CatalogPostNames implements PostNames {

    private final Catalog catalog;

    CatalogPostNames(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public @Nullable String region(Region region, Locale locale) {
        return catalog.regionName(region);
    }

    @Override
    public @Nullable String department(Region region, String code, Locale locale) {
        return catalog.departmentName(region, code, locale);
    }
}

package org.xiangmuzhang.catalog.domain.search;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;

/**
 * What an item is listed under.
 *
 * @param template code of the template's item that it is, or that it stands below
 */
@ValueObject
public record About(Stage stage, String department, @Nullable String template) {

    /** Of an item of the template. */
    public static About of(Item item) {
        return new About(item.stage(), item.department(), item.code());
    }
}

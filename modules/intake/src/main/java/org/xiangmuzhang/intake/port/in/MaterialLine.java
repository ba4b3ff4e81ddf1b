package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A material that an item asks for, and the file that was handed in for it, if any.
 *
 * @param id the catalog's id
 * @param name as the accepted version of the item has it
 * @param deferrable whether it may come later (容缺)
 * @param sha256 hash of the content, hex
 */
public record MaterialLine(
        String id,
        String itemCode,
        String name,
        String nameEn,
        boolean required,
        boolean deferrable,
        @Nullable UUID file,
        @Nullable String fileName,
        @Nullable String sha256) {}

package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A material that an item asks for, and the file that was handed in for it, if any.
 *
 * @param id the catalog's id
 * @param sha256 hash of the content, hex
 */
public record MaterialLine(
        String id,
        String itemCode,
        String name,
        boolean required,
        @Nullable UUID file,
        @Nullable String fileName,
        @Nullable String sha256) {}

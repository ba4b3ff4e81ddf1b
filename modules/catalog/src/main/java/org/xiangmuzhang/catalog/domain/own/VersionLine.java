package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A version of an own item with its place in time.
 *
 * @param number of its publication
 * @param from first day on which it holds
 * @param until last such day, or null: until the next version
 * @param source EDITOR or IMPORT
 */
@ValueObject
public record VersionLine(
        int number,
        LocalDate from,
        @Nullable LocalDate until,
        boolean withdrawn,
        String source,
        UUID draftedBy,
        UUID publishedBy,
        Instant publishedAt) {}

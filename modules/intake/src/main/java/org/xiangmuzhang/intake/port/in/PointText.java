package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

/**
 * Words about one point of a correction notice.
 *
 * @param material id of the catalog
 * @param text what is wrong with it or what is answered, or null where nothing is said
 */
public record PointText(String material, @Nullable String text) {}

package org.xiangmuzhang.catalog.api;

import java.util.List;

/**
 * An item whose one decision stands for several (多审合一, 三审合一).
 *
 * @param code the merged item
 * @param replaces items that count as done by its result
 */
public record MergedItem(String code, List<String> replaces) {}

package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.catalog.api.Dependency;

/**
 * An item that comes before another.
 *
 * @param item its code
 * @param relaxableBy what makes the order fall away or bind later
 */
public record Precondition(
        String dependency,
        String item,
        String nameZh,
        String nameEn,
        Dependency.Kind kind,
        Dependency.Relaxation relaxableBy,
        String appliesWhen) {}

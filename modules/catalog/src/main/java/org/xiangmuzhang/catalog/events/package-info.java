/** What other contexts may hear: plain values, changed only by addition. */
@NamedInterface("events")
@NullMarked
package org.xiangmuzhang.catalog.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What other contexts may hear: plain values, changed only by addition. */
@NamedInterface("events")
@NullMarked
package org.xiangmuzhang.supervision.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

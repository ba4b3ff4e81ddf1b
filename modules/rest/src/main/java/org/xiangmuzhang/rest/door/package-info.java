/** How many may be inside at once: what is more is told when to come again, and queues nowhere. */
@NullMarked
package org.xiangmuzhang.rest.door;

import org.jspecify.annotations.NullMarked;

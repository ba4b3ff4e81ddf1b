/** Where higher contexts plug in. */
@NamedInterface("spi")
@NullMarked
package org.xiangmuzhang.land.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

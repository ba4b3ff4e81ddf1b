/** Where a higher context puts its reference tables under the catalog's care. */
@NamedInterface("spi")
@NullMarked
package org.xiangmuzhang.catalog.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

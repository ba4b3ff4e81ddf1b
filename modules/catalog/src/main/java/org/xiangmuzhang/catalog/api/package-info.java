/** What other contexts may call. */
@NamedInterface("api")
@NullMarked
package org.xiangmuzhang.catalog.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What other contexts may call. */
@NamedInterface("api")
@NullMarked
package org.xiangmuzhang.supervision.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Whole stories over REST, against the running platform and a real PostgreSQL. */
@NullMarked
package org.xiangmuzhang.journey;

import org.jspecify.annotations.NullMarked;

/** Land, tested as a whole. */
@NullMarked
package org.xiangmuzhang.land;

import org.jspecify.annotations.NullMarked;

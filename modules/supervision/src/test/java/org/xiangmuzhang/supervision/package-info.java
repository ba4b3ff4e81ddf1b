/** Supervision, tested as a whole. */
@NullMarked
package org.xiangmuzhang.supervision;

import org.jspecify.annotations.NullMarked;

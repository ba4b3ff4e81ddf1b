/** Who held which day, how near its limit a matter is, and how it was rated. */
@NullMarked
package org.xiangmuzhang.supervision.domain;

import org.jspecify.annotations.NullMarked;

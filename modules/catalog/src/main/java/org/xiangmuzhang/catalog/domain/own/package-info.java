/** Items of a place's own list: what they say, what they must be like, how two versions differ. */
@NullMarked
package org.xiangmuzhang.catalog.domain.own;

import org.jspecify.annotations.NullMarked;

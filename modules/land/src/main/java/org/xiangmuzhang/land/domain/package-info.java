/** Parcels, their indicators and what the law lets happen to them. */
@NullMarked
package org.xiangmuzhang.land.domain;

import org.jspecify.annotations.NullMarked;

/** Rules of parcels and indicators. */
@NullMarked
package org.xiangmuzhang.land.domain;

import org.jspecify.annotations.NullMarked;

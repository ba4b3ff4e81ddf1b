@NullMarked
package org.xiangmuzhang.land.adapter.out.catalog;

import org.jspecify.annotations.NullMarked;

/** The lists that an office must publish, each a view of the catalog at a place on a day. */
@NullMarked
package org.xiangmuzhang.catalog.domain.list;

import org.jspecify.annotations.NullMarked;

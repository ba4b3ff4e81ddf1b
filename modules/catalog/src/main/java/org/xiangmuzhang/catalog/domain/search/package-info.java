/** Finding items by what people type, and telling them apart by what they are about. */
@NullMarked
package org.xiangmuzhang.catalog.domain.search;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.catalog.domain.search;

import org.jspecify.annotations.NullMarked;

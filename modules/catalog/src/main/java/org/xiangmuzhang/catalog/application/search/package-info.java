/** Search over the template and the lists of places. */
@NullMarked
package org.xiangmuzhang.catalog.application.search;

import org.jspecify.annotations.NullMarked;

/** Who waits for whom: items, the links between them, ways through them and their picture. */
@NullMarked
package org.xiangmuzhang.catalog.domain.graph;

import org.jspecify.annotations.NullMarked;

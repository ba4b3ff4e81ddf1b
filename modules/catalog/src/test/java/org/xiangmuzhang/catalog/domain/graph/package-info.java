@NullMarked
package org.xiangmuzhang.catalog.domain.graph;

import org.jspecify.annotations.NullMarked;

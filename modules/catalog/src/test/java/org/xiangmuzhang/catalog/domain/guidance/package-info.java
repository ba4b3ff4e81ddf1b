@NullMarked
package org.xiangmuzhang.catalog.domain.guidance;

import org.jspecify.annotations.NullMarked;

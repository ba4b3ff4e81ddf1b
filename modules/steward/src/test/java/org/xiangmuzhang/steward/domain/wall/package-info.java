@NullMarked
package org.xiangmuzhang.steward.domain.wall;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.NullMarked;

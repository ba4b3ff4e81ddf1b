@NullMarked
package org.xiangmuzhang.steward.domain.takeover;

import org.jspecify.annotations.NullMarked;

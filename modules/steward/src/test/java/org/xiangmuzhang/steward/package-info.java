@NullMarked
package org.xiangmuzhang.steward;

import org.jspecify.annotations.NullMarked;

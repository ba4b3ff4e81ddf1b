@NullMarked
package org.xiangmuzhang.timers;

import org.jspecify.annotations.NullMarked;

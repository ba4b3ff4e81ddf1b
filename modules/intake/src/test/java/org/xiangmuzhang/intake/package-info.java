@NullMarked
package org.xiangmuzhang.intake;

import org.jspecify.annotations.NullMarked;

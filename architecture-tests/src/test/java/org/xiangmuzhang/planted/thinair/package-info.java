@NullMarked
package org.xiangmuzhang.planted.thinair;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.planted.modules.one;

import org.jspecify.annotations.NullMarked;

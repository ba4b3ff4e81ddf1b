@NullMarked
package org.xiangmuzhang.planted.modules.two;

import org.jspecify.annotations.NullMarked;

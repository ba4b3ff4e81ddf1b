@NullMarked
package org.xiangmuzhang.planted.modules.two.innermost;

import org.jspecify.annotations.NullMarked;

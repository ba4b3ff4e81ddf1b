@NullMarked
package org.xiangmuzhang.planted.modules;

import org.jspecify.annotations.NullMarked;

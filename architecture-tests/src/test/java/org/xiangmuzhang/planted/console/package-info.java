@NullMarked
package org.xiangmuzhang.planted.console;

import org.jspecify.annotations.NullMarked;

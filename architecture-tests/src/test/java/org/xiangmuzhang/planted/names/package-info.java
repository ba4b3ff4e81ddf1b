@NullMarked
package org.xiangmuzhang.planted.names;

import org.jspecify.annotations.NullMarked;

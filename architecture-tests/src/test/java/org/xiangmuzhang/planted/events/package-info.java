@NullMarked
package org.xiangmuzhang.planted.events;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.planted.personal.events;

import org.jspecify.annotations.NullMarked;

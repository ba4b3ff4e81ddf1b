@NullMarked
package org.xiangmuzhang.planted.building;

import org.jspecify.annotations.NullMarked;

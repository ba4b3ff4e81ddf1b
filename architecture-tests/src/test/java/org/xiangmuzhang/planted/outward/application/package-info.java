@NullMarked
package org.xiangmuzhang.planted.outward.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.planted.outward.domain;

import org.jspecify.annotations.NullMarked;

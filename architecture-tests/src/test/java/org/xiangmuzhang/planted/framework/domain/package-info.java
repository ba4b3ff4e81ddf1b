@NullMarked
package org.xiangmuzhang.planted.framework.domain;

import org.jspecify.annotations.NullMarked;

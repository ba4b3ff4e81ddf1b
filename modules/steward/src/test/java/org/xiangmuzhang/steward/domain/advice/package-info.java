@NullMarked
package org.xiangmuzhang.steward.domain.advice;

import org.jspecify.annotations.NullMarked;

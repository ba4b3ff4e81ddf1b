@NullMarked
package org.xiangmuzhang.intake.domain.check;

import org.jspecify.annotations.NullMarked;

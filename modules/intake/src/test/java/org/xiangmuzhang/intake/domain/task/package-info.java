@NullMarked
package org.xiangmuzhang.intake.domain.task;

import org.jspecify.annotations.NullMarked;

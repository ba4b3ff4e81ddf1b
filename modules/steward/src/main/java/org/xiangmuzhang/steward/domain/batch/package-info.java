/** 打包审批: like projects of one place that are treated as one. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.batch;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

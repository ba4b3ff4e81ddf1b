/** 每周调度: what is called up, what the host does with it, and what goes up. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.dispatch;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

/** 工单: a problem with a unit and a leader who answer for it until a day. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.ticket;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

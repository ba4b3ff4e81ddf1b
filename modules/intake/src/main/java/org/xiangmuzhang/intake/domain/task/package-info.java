/** One item of an application: clock, procedures, decision, pre-approval. */
@Application
@NullMarked
package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

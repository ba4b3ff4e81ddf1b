/** One form while it is being filled in. */
@Application
@NullMarked
package org.xiangmuzhang.intake.domain.draft;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

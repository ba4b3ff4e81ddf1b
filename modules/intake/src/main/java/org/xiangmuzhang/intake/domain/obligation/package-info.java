/** What an acceptance or a decision leaves behind: owed materials and promises. */
@Application
@NullMarked
package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

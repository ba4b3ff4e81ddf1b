/** Who may carry a project, by what each carries already and has carried before. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.people;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

/** What rules say of a form and its materials before a person looks. */
@Application
@NullMarked
package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

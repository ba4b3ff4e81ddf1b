/** An application from receipt to delivery: its rules, without Spring, SQL or HTTP. */
@Application
@NullMarked
package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

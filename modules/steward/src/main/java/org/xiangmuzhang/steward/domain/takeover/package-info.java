/** What a file tells of a running project, and where it contradicts itself. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.takeover;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

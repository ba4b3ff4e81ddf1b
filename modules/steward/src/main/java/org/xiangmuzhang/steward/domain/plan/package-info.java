/** The schedule of a project: a pure function of the catalog, the courses chosen and the facts. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.plan;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

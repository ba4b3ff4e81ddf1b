/** The wall chart: one row a project, told anew after every event. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.wall;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

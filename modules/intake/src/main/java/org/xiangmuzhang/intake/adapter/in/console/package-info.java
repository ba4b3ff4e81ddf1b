/** Pages under /console/intake. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.intake.adapter.in.console;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

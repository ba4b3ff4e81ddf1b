/** Pages under {@code /console/supervision}, and what supervision shows on others' pages. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.supervision.adapter.in.console;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

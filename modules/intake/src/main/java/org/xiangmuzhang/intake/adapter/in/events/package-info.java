/** Follows the log. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.intake.adapter.in.events;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

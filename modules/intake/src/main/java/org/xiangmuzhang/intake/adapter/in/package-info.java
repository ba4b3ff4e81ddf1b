/** What all ways in share. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.intake.adapter.in;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

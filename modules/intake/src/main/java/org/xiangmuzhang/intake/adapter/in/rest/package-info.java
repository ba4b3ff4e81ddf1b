/** REST under /api/intake. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.intake.adapter.in.rest;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

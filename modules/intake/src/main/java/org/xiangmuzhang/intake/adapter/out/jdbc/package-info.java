/** Storage in the schema intake. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

/** Tables of the schema steward. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

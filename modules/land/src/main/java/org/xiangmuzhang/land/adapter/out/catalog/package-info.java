/** Land's reference tables, under the catalog's care. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.land.adapter.out.catalog;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

/** The catalog's proposals under the rule of the second person. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.out.settings;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

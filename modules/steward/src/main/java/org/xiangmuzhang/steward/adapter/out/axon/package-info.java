/** Projects by their events. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.steward.adapter.out.axon;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

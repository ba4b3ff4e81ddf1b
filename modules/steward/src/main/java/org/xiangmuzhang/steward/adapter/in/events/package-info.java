/** What the platform does by itself when something happens. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.steward.adapter.in.events;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

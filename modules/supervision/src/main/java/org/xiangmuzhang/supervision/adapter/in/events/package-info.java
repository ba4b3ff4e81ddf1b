/** What supervision hears from the log. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.supervision.adapter.in.events;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

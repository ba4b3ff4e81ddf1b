/** Projects in the console. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.steward.adapter.in.console;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

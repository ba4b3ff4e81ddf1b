/** The land officer's pages, and the offers for everyone, under {@code /console/land}. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.land.adapter.in.console;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

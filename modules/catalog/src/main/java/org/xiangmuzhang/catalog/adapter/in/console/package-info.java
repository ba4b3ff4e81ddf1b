/** The catalog under {@code /console/catalog}. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.in.console;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

/** Editions and overrides in PostgreSQL. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

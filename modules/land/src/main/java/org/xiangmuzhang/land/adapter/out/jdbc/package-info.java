/** Parcels and reference tables in PostgreSQL, schema {@code land}. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.land.adapter.out.jdbc;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

/** Ledgers, lights and ratings in PostgreSQL, schema {@code supervision}. */
@SecondaryAdapter
@NullMarked
package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;

/** The catalog under {@code /api/catalog}. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

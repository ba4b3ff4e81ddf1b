/** The tables that are shipped with the platform. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.in.files;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

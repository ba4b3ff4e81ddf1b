/** What all ways in share. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.catalog.adapter.in;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

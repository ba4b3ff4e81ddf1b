/** The reference tables as files. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.land.adapter.in.files;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

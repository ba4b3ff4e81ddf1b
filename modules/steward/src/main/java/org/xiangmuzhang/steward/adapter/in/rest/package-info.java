/** Projects over REST. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.steward.adapter.in.rest;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

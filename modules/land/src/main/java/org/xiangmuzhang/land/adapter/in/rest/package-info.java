/** Parcels and land reference tables over REST. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.land.adapter.in.rest;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

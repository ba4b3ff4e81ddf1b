/** Ledgers, warnings and ratings over REST. */
@PrimaryAdapter
@NullMarked
package org.xiangmuzhang.supervision.adapter.in.rest;

import org.jmolecules.architecture.hexagonal.PrimaryAdapter;
import org.jspecify.annotations.NullMarked;

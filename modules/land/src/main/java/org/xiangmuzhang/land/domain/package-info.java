/** Parcels, their indicators and what the law lets happen to them. */
@Application
@NullMarked
package org.xiangmuzhang.land.domain;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

/** What the land context needs from outside. */
@SecondaryPort
@NullMarked
package org.xiangmuzhang.land.port.out;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.NullMarked;

/** What the inside needs. */
@SecondaryPort
@NullMarked
package org.xiangmuzhang.steward.port.out;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.NullMarked;

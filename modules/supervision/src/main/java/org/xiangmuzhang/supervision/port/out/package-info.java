/** What supervision needs from outside. */
@SecondaryPort
@NullMarked
package org.xiangmuzhang.supervision.port.out;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.NullMarked;

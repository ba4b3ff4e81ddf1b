/** What the outside may ask. */
@PrimaryPort
@NullMarked
package org.xiangmuzhang.steward.port.in;

import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.NullMarked;

/** What the catalog needs from a database. */
@SecondaryPort
@NullMarked
package org.xiangmuzhang.catalog.port.out;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.NullMarked;

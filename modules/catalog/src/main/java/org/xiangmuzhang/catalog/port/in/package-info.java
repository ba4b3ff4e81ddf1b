/** What the outside may ask of the catalog. */
@PrimaryPort
@NullMarked
package org.xiangmuzhang.catalog.port.in;

import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.NullMarked;

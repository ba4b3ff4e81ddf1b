/**
 * The conversations about land: preparing, transferring, reading, importing. What the outside may
 * ask is asked of these classes themselves, so that they are the primary ports.
 */
@PrimaryPort
@NullMarked
package org.xiangmuzhang.land.application;

import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.NullMarked;

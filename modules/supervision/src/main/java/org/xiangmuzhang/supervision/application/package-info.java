/**
 * The conversations: keeping time, turning lights, reading, rating. What the outside may ask is
 * asked of these classes themselves, so that they are the primary ports.
 */
@PrimaryPort
@NullMarked
package org.xiangmuzhang.supervision.application;

import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.NullMarked;

/** The conversations: keeping time, turning lights, reading, rating. */
@Application
@NullMarked
package org.xiangmuzhang.supervision.application;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

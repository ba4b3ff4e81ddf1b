/** The conversations about land: preparing, transferring, reading, importing. */
@Application
@NullMarked
package org.xiangmuzhang.land.application;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

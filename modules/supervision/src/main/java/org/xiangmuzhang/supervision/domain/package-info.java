/** Who held which day, how near its limit a matter is, and how it was rated. */
@Application
@NullMarked
package org.xiangmuzhang.supervision.domain;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

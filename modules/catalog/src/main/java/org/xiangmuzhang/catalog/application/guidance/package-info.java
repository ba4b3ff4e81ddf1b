/** One class per conversation; transactions begin here. */
@Application
@NullMarked
package org.xiangmuzhang.catalog.application.guidance;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

/** The event-sourced project: what may be done with it, and what it has become. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

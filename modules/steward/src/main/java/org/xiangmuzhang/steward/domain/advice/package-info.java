/**
 * What would shorten a plan, and what would move it: drawn beside the plan, never instead of it.
 */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.advice;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

/** 联合勘验、联审、联合验收: one meeting of several departments, with one record. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain.session;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

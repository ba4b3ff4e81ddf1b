/** What a project is and how it is planned: no framework, no SQL, no HTTP. */
@Application
@NullMarked
package org.xiangmuzhang.steward.domain;

import org.jmolecules.architecture.hexagonal.Application;
import org.jspecify.annotations.NullMarked;

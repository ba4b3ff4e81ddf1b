/** What every REST resource shares: problem documents, idempotent answers, entity tags, cursors. */
@ApplicationModule(allowedDependencies = {"kernel", "timers"})
@NullMarked
package org.xiangmuzhang.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

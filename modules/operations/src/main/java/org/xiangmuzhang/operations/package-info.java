/** 运行维护: what an operator looks after while the platform runs. */
@ApplicationModule(allowedDependencies = {"kernel", "eventlog", "parties", "rest", "console"})
@NullMarked
package org.xiangmuzhang.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

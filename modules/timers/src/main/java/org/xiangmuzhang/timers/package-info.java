/** The domain clock, and work that recurs: each once, on whichever node is free. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.xiangmuzhang.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

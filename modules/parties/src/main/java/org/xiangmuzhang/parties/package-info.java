/** Enterprises, people and their posts, and the free text that must stay out of events. */
@ApplicationModule(allowedDependencies = {"kernel", "database", "timers", "rest", "console"})
@NullMarked
package org.xiangmuzhang.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who is calling: tokens and sessions, posts, demo users. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "parties",
            "parties :: privacy",
            "eventlog",
            "rest",
            "console"
        })
@NullMarked
package org.xiangmuzhang.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

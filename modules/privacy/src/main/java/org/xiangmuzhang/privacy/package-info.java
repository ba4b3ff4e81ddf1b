/** 个人信息保护: people erased, their data taken away, masked, held, and removed in time. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "parties",
            "parties :: privacy",
            "eventlog",
            "rest",
            "console",
            "settings",
            "timers"
        })
@NullMarked
package org.xiangmuzhang.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

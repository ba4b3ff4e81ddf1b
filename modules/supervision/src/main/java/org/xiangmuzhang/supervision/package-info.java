/** 监督: who held which day, what is late, and how it was rated. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "eventlog",
            "parties",
            "parties :: privacy",
            "rest",
            "console",
            "timers",
            "settings",
            "catalog :: api",
            "catalog :: events",
            "intake :: api",
            "intake :: events",
            "intake :: spi",
            "steward :: api",
            "steward :: spi"
        })
@NullMarked
package org.xiangmuzhang.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** 综合受理: applications from receipt to delivery, and the legal clocks. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "eventlog",
            "parties",
            "parties :: privacy",
            "settings",
            "rest",
            "console",
            "files",
            "timers",
            "catalog :: api",
            "catalog :: events",
            "catalog :: spi"
        })
@NullMarked
package org.xiangmuzhang.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

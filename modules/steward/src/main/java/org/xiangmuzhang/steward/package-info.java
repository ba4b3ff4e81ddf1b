/** 项目长: projects, mandates, plans and timelines. */
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
            "settings",
            "timers",
            "catalog :: api",
            "catalog :: events",
            "catalog :: spi",
            "land :: api",
            "land :: events",
            "land :: spi",
            "intake :: api",
            "intake :: events",
            "intake :: spi"
        })
@NullMarked
package org.xiangmuzhang.steward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

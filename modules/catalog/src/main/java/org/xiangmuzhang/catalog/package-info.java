/** 事项目录: what may be asked of a project, by whom it is decided and how long that may take. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "files",
            "parties",
            "parties :: privacy",
            "rest",
            "console",
            "settings",
            "timers"
        })
@NullMarked
package org.xiangmuzhang.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

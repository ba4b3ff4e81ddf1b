/** 事件推送: an enterprise's own system is told what happens to the enterprise's matters. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventlog",
            "parties",
            "rest",
            "console",
            "timers",
            "intake :: api",
            "intake :: events"
        })
@NullMarked
package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

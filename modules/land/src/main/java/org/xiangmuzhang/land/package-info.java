/** 标准地: parcels, their control indicators and their way to an owner. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "parties",
            "rest",
            "console",
            "catalog :: api",
            "catalog :: spi"
        })
@NullMarked
package org.xiangmuzhang.land;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

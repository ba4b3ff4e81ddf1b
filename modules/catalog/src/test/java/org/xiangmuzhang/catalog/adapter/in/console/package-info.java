@NullMarked
package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.NullMarked;

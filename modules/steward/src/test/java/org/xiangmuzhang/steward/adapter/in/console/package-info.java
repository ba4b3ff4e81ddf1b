@NullMarked
package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.catalog;

import org.jspecify.annotations.NullMarked;

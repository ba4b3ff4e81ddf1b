@NullMarked
package org.xiangmuzhang.catalog.application.search;

import org.jspecify.annotations.NullMarked;

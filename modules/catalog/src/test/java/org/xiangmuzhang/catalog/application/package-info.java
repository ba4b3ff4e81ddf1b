@NullMarked
package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.planted.siblings.adapter.out.jdbc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.parties;

import org.jspecify.annotations.NullMarked;

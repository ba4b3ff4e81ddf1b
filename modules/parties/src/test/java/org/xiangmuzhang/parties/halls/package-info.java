@NullMarked
package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.NullMarked;

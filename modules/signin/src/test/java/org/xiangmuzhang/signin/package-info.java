@NullMarked
package org.xiangmuzhang.signin;

import org.jspecify.annotations.NullMarked;

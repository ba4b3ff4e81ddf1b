@NullMarked
package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.NullMarked;

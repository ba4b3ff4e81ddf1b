/** An issuer outside the application, named by the operator. */
@NullMarked
package org.xiangmuzhang.signin.outer;

import org.jspecify.annotations.NullMarked;

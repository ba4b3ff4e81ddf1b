/** The application: it knows every module, and no module knows it. */
@NullMarked
package org.xiangmuzhang;

import org.jspecify.annotations.NullMarked;

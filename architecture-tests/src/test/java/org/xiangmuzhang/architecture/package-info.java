/** Rules over the whole house, each with a planted offender that proves it can fail. */
@NullMarked
package org.xiangmuzhang.architecture;

import org.jspecify.annotations.NullMarked;

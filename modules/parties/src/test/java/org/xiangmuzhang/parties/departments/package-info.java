@NullMarked
package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.NullMarked;

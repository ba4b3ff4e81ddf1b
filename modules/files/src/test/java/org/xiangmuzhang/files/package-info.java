@NullMarked
package org.xiangmuzhang.files;

import org.jspecify.annotations.NullMarked;

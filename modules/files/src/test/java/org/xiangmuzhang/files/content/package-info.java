@NullMarked
package org.xiangmuzhang.files.content;

import org.jspecify.annotations.NullMarked;

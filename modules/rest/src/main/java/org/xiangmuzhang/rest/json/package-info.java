/** How bodies are read: strictly, with the field at fault. */
@NullMarked
package org.xiangmuzhang.rest.json;

import org.jspecify.annotations.NullMarked;

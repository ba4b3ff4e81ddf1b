/** Keys of people, under which what is personal is sealed, and the master keys that wrap them. */
@NullMarked
package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.NullMarked;

/** Departments of places: opened, renamed, merged and closed, by two administrators. */
@NullMarked
package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.NullMarked;

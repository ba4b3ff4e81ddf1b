@NullMarked
package planted.siblings.adapter.out.jdbc;

import org.jspecify.annotations.NullMarked;

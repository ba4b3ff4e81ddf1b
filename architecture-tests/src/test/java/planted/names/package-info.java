@NullMarked
package planted.names;

import org.jspecify.annotations.NullMarked;

@NullMarked
package planted.thinair;

import org.jspecify.annotations.NullMarked;

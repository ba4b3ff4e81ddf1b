@NullMarked
package planted.console;

import org.jspecify.annotations.NullMarked;

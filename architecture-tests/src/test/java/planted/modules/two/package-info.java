@NullMarked
package planted.modules.two;

import org.jspecify.annotations.NullMarked;

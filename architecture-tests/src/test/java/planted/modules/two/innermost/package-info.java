@NullMarked
package planted.modules.two.innermost;

import org.jspecify.annotations.NullMarked;

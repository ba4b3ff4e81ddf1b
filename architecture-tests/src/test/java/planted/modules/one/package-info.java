@NullMarked
package planted.modules.one;

import org.jspecify.annotations.NullMarked;

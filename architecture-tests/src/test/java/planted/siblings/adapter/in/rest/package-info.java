@NullMarked
package planted.siblings.adapter.in.rest;

import org.jspecify.annotations.NullMarked;

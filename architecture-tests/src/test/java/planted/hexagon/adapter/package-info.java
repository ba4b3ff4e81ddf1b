@org.jmolecules.architecture.hexagonal.SecondaryAdapter
@NullMarked
package planted.hexagon.adapter;

import org.jspecify.annotations.NullMarked;

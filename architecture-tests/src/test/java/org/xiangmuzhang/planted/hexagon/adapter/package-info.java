@org.jmolecules.architecture.hexagonal.SecondaryAdapter
@NullMarked
package org.xiangmuzhang.planted.hexagon.adapter;

import org.jspecify.annotations.NullMarked;

package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Region;

import java.util.Collection;

/** How much lies on the desks of departments; a bean of the module whose desks they are. */
public interface WorkOfDepartments {

    /** How many items are open at the place in departments of these kinds. */
    long open(Region place, Collection<String> kinds);
}

package org.xiangmuzhang.files;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Which files a context's own records name. Asked before an upload goes that is not marked as used:
 * a node of an older version lets files be handed in and marks none.
 */
public interface FilesHandedIn {

    /** Those of the files that are named; asked for every place. */
    Set<UUID> among(Collection<UUID> files);
}

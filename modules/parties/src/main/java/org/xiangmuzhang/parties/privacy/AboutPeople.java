package org.xiangmuzhang.parties.privacy;

import java.util.List;
import java.util.UUID;

/** One kind of what the platform keeps about people, for the person to take away. */
public interface AboutPeople {

    /** Field of the export, in small letters: {@code uploads}. */
    String name();

    /** Records of plain values, the oldest first; asked by the platform, for every place. */
    List<? extends Record> of(UUID person);
}

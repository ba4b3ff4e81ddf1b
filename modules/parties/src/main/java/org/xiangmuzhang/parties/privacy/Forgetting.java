package org.xiangmuzhang.parties.privacy;

import org.xiangmuzhang.parties.Person;

/** Where something of a person stands that goes when the person is erased, in one transaction. */
public interface Forgetting {

    void forget(Person person);
}

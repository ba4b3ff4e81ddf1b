package org.xiangmuzhang.signin;

import org.xiangmuzhang.parties.Person;

/** Ends every session and every token of somebody, at once. */
public interface EndingSessions {

    void endAll(Person person);
}

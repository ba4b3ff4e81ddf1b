package org.xiangmuzhang.parties.keys;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys over a test's database, wrapped by a master key of the test's own. */
public final class TestKeys {

    private TestKeys() {}

    public static PersonKeys over(JdbcClient jdbc) {
        return new PersonKeys(jdbc, MasterKeys.parse(MasterKeys.line()), Algorithm.AES_GCM);
    }
}

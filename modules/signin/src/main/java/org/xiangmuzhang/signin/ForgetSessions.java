package org.xiangmuzhang.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.privacy.Forgetting;

/** Who is erased is signed out everywhere, and no system acts for the person any more. */
@Component
class ForgetSessions implements Forgetting {

    private final SigningOut signingOut;
    private final JdbcClient jdbc;

    ForgetSessions(SigningOut signingOut, JdbcClient jdbc) {
        this.signingOut = signingOut;
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Person person) {
        signingOut.endAll(person);
        jdbc.sql("delete from signin.client where person = :person")
                .param("person", person.id())
                .update();
    }
}

package org.xiangmuzhang.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.privacy.Forgetting;

import java.util.Set;

/** Who is erased is signed out everywhere, and no system acts for the person any more. */
@Component
class ForgetSessions implements Forgetting {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    ForgetSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Person person) {
        Set.copyOf(sessions.findByPrincipalName(person.login()).keySet())
                .forEach(sessions::deleteById);
        jdbc.sql("delete from signin.client where person = :person")
                .param("person", person.id())
                .update();
    }
}

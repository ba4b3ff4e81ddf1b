package org.xiangmuzhang.signin;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.privacy.AboutPeople;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where somebody is signed in now; of sessions that are over nothing is kept. */
@Component
class SignInsOfPeople implements AboutPeople {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final People people;

    SignInsOfPeople(FindByIndexNameSessionRepository<? extends Session> sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    /** One session. */
    record SignIn(Instant since, Instant lastSeen) {}

    @Override
    public String name() {
        return "signIns";
    }

    @Override
    public List<SignIn> of(UUID person) {
        return people.byId(person).map(Person::login).map(sessions::findByPrincipalName).stream()
                .map(Map::values)
                .flatMap(found -> found.stream())
                .map(one -> new SignIn(one.getCreationTime(), one.getLastAccessedTime()))
                .sorted(Comparator.comparing(SignIn::since))
                .toList();
    }
}

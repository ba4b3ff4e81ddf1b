package org.xiangmuzhang.journey;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.time.LocalDate;
import java.util.UUID;

/** People whom nobody plays: they are looked at, held and erased. */
final class PrivacySubjects {

    private PrivacySubjects() {}

    /** A clerk of a place. */
    static UUID clerk(Platform platform, String region, LocalDate from, LocalDate to) {
        UUID id = UUID.randomUUID();
        People people = platform.bean(People.class);
        people.add(new Person(id, "subject-" + id, "司马文" + id, "13700001234"), null);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.CLERK,
                        new Region(region.toUpperCase(java.util.Locale.ROOT)),
                        null,
                        null,
                        null,
                        from,
                        to));
        return id;
    }

    static UUID clerk(Platform platform, String region) {
        return clerk(platform, region, LocalDate.of(2020, 1, 1), platform.today().plusYears(20));
    }
}

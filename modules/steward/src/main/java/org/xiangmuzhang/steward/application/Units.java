package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Departments;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Units and leaders as a place has them: who may be made to answer for something. */
@Component
class Units {

    private final Catalog catalog;
    private final Departments departments;
    private final People people;
    private final Clock clock;

    Units(Catalog catalog, Departments departments, People people, Clock clock) {
        this.catalog = catalog;
        this.departments = departments;
        this.people = people;
        this.clock = clock;
    }

    boolean stands(Region region, String department) {
        return !catalog.departmentName(department).equals(department)
                && !departments.isClosed(region, department, WorkingDays.today(clock));
    }

    void mustStand(Region region, String department, String pointer) {
        if (!stands(region, department)) {
            throw Refusal.invalid("unit-unknown", pointer, department, region.code());
        }
    }

    /** Who was named, if a leader or a head there; else the first leader of the place, if any. */
    @Nullable UUID leader(Region region, @Nullable UUID named, String pointer) {
        LocalDate today = WorkingDays.today(clock);
        if (named == null) {
            return people.holders(Role.LEADER, region, null, today).stream()
                    .findFirst()
                    .map(Post::person)
                    .orElse(null);
        }
        boolean leads =
                people.posts(named, today).stream()
                        .filter(post -> post.role() == Role.LEADER || post.role() == Role.HEAD)
                        .anyMatch(post -> post.region().equals(region));
        if (!leads) {
            throw Refusal.invalid("ticket-leader-unknown", pointer, region.code());
        }
        return named;
    }
}

package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.EnrolmentsRefusedException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The departments that the operator lists, opened before anybody is served where a place has none
 * of their kinds; what stands stays.
 */
@Component
class DepartmentsOfTheOperator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentsOfTheOperator.class);

    private final KeepingDepartments keeping;
    private final @Nullable Resource list;
    private final Clock clock;

    DepartmentsOfTheOperator(
            KeepingDepartments keeping,
            @Value("${xiangmuzhang.departments:#{null}}") @Nullable Resource list,
            Clock clock) {
        this.keeping = keeping;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (list != null) {
            List<DepartmentList.Row> rows = read(list);
            LocalDate today = WorkingDays.today(clock);
            int opened = 0;
            for (DepartmentList.Row row : rows) {
                Region place = row.place();
                if (place != null && keeping.openAsListed(place, today, row.wording())) {
                    opened++;
                }
            }
            LOG.info("Read {} departments from {}; {} are new", rows.size(), list, opened);
        }
    }

    private static List<DepartmentList.Row> read(Resource list) {
        try {
            return DepartmentList.readWithPlaces(list.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EnrolmentsRefusedException(
                    List.of("The list cannot be read from " + list.getDescription() + "."));
        } catch (Refusal refusal) {
            throw new EnrolmentsRefusedException(
                    refusal.pointers().stream()
                            .map(it -> "Departments: " + it + " is wrong.")
                            .toList());
        }
    }
}

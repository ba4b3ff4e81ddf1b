package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.WorkOfDepartments;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What departments still have to decide, on their desks or on the way there. */
@Repository
class JdbcDesks implements WorkOfDepartments {

    private static final List<String> OPEN =
            Arrays.stream(TaskState.values())
                    .filter(state -> !state.isOver())
                    .map(Enum::name)
                    .toList();

    private final JdbcClient jdbc;

    JdbcDesks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long open(Region place, Collection<String> kinds) {
        return jdbc.sql(
                        """
                        select count(*) from intake.task
                         where department = any(:kinds) and region = :region
                           and state in (:open)
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("region", place.code())
                .param("open", OPEN)
                .query(Long.class)
                .single();
    }
}

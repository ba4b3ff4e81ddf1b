package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.WorkOfDepartments;

import java.util.Collection;

/**
 * Tickets that a department answers for, factors that it supplies, joint sessions that it is asked
 * to and points that it wants put right, both of projects that go on: it is not closed over them.
 */
@Repository
class DesksOfTickets implements WorkOfDepartments {

    private final JdbcClient jdbc;

    DesksOfTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long open(Region place, Collection<String> kinds) {
        return jdbc.sql(
                        """
                        select (select count(*) from steward.ticket
                                 where region = :place and open and department = any(:kinds))
                             + (select count(*) from steward.factor
                                 where region = :place and missing and department = any(:kinds))
                             + (select count(*) from steward.session_invitation i
                                  join steward.joint_session s on s.id = i.session
                                  join steward.project p on p.id = s.project
                                 where i.region = :place and s.running and p.closed_on is null
                                   and i.department = any(:kinds))
                             + (select count(*) from steward.session_point s
                                  join steward.project p on p.id = s.project
                                 where s.region = :place and s.open and p.closed_on is null
                                   and s.department = any(:kinds))
                        """)
                .param("place", place.code())
                .param("kinds", kinds.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}

package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.WorkOfDepartments;

import java.util.Collection;

/**
 * Tickets that a department answers for and factors that it supplies: it is not closed over them.
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
                        """)
                .param("place", place.code())
                .param("kinds", kinds.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}

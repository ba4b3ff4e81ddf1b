package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.files.FilesHandedIn;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Files that are reports on tickets or evidence for closing them. */
@Repository
class FilesInTickets implements FilesHandedIn {

    private final JdbcClient jdbc;

    FilesInTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> among(Collection<UUID> files) {
        return jdbc.sql("select distinct file from steward.ticket_act where file = any(?)")
                .param(files.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}

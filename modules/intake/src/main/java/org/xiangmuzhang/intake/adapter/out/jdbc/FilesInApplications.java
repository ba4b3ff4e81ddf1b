package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.files.FilesHandedIn;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Files that are materials, promises or results, also of what is not submitted yet. */
@Repository
class FilesInApplications implements FilesHandedIn {

    private final JdbcClient jdbc;

    FilesInApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> among(Collection<UUID> files) {
        return jdbc.sql(
                        """
                        select asked.file from unnest(?) as asked (file)
                         where exists
                               (select from intake.material m where m.file = asked.file)
                            or exists
                               (select from intake.application a
                                 where a.owner_promise = asked.file)
                            or exists
                               (select from intake.application a
                                 where a.design_promise = asked.file)
                            or exists
                               (select from intake.draft_material d where d.file = asked.file)
                            or exists (select from intake.task t where t.pre_file = asked.file)
                            or exists (select from intake.task t where t.document = asked.file)
                        """)
                .param(files.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}

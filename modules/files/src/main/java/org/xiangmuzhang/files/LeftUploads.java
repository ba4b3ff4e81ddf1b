package org.xiangmuzhang.files;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.database.Sight;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Removes uploads that nobody handed in, neither as they are marked nor as the contexts know. */
@Repository
class LeftUploads {

    private final JdbcClient jdbc;
    private final ObjectProvider<FilesHandedIn> contexts;

    LeftUploads(JdbcClient jdbc, ObjectProvider<FilesHandedIn> contexts) {
        this.jdbc = jdbc;
        this.contexts = contexts;
    }

    List<UUID> of(UUID person) {
        return jdbc.sql("select id from files.file where uploaded_by = ? and not used order by id")
                .param(person)
                .query(UUID.class)
                .list();
    }

    /** How many of them went, in the caller's transaction; the others are marked as used. */
    int remove(Collection<UUID> ids) {
        // whoever hands one in waits from here on, and then finds that it has gone
        List<UUID> left =
                jdbc.sql(
                                "select id from files.file where id = any(?) and not used"
                                        + " order by id for update")
                        .param(ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list();
        Set<UUID> named = new HashSet<>();
        Sight.ALL.during(
                () -> {
                    contexts.forEach(context -> named.addAll(context.among(left)));
                    return null;
                });
        if (!named.isEmpty()) {
            jdbc.sql("update files.file set used = true where id = any(?)")
                    .param(named.toArray(UUID[]::new))
                    .update();
        }
        return jdbc.sql("delete from files.file where id = any(?) and not used")
                .param(left.toArray(UUID[]::new))
                .update();
    }
}

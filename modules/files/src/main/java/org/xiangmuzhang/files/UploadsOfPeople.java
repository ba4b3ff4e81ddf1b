package org.xiangmuzhang.files;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.privacy.AboutPeople;
import org.xiangmuzhang.parties.privacy.Forgetting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people uploaded; what was never handed in goes with them. */
@Repository
class UploadsOfPeople implements AboutPeople, Forgetting {

    private final JdbcClient jdbc;
    private final LeftUploads left;

    UploadsOfPeople(JdbcClient jdbc, LeftUploads left) {
        this.jdbc = jdbc;
        this.left = left;
    }

    /** One file; its content is at {@code /api/files/{id}/content}. */
    record Upload(UUID id, String name, String mediaType, long size, String sha256, Instant at) {}

    @Override
    public void forget(Person person) {
        left.remove(left.of(person.id()));
    }

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public List<Upload> of(UUID person) {
        return jdbc.sql("select * from files.file where uploaded_by = :person order by id")
                .param("person", person)
                .query(
                        (row, number) ->
                                new Upload(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getLong("size"),
                                        row.getString("sha256"),
                                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }
}

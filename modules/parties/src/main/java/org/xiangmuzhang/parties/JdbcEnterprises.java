package org.xiangmuzhang.parties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcEnterprises implements Enterprises {

    /** One step is enough: a merger leads those that were merged before to the one that is kept. */
    private static final String STANDING =
            """
            select stands.id, stands.region, stands.code, stands.name, named.id as named
              from parties.enterprise named
              join parties.enterprise stands on stands.id = coalesce(named.merged_into, named.id)
             where named.""";

    /**
     * The same body by characters 9 to 17 of the code (GB 32100), the same name but for marks and
     * width, or the name that another one had.
     */
    private static final String LOOK_ALIKES =
            """
            with mine as (select * from parties.enterprise where id = :id)
            insert into parties.look_alike (one, other, region, why)
            select least(mine.id, alike.id), greatest(mine.id, alike.id),
                   case when mine.id < alike.id then mine.region else alike.region end,
                   alike.why
              from mine cross join lateral (
                (select id, region, 'BODY' as why from parties.enterprise
                  where body_key = mine.body_key and merged_into is null
                    and id <> mine.id limit :most)
                union all
                (select id, region, 'NAME' from parties.enterprise
                  where name_key = mine.name_key and merged_into is null
                    and id <> mine.id limit :most)
                union all
                (select e.id, e.region, 'FORMER_NAME' from parties.former_name f
                   join parties.enterprise e on e.id = f.enterprise
                  where f.name_key = mine.name_key and e.merged_into is null
                    and e.id <> mine.id limit :most)) as alike
            on conflict (one, other) do nothing
            """;

    private static final int MOST_ALIKE = 20;

    private final JdbcClient jdbc;

    JdbcEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Enterprise> byId(UUID id) {
        return jdbc.sql(STANDING + "id = :id")
                .param("id", id)
                .query(JdbcEnterprises::enterprise)
                .optional();
    }

    /** Who was merged away while this waited is followed, to the one that stands. */
    @Override
    public Optional<Enterprise> held(UUID id) {
        UUID asked = id;
        while (true) {
            UUID locked = asked;
            Optional<UUID> stands = lockedOrItsSuccessor(locked);
            if (stands.isEmpty() || stands.get().equals(locked)) {
                return stands.flatMap(this::byId);
            }
            asked = stands.get();
        }
    }

    private Optional<UUID> lockedOrItsSuccessor(UUID id) {
        return jdbc.sql(
                        "select coalesce(merged_into, id) from parties.enterprise where id = :id"
                                + " for key share")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<Enterprise> byCode(SocialCreditCode code) {
        return jdbc.sql(STANDING + "code = :code")
                .param("code", code.value())
                .query(JdbcEnterprises::enterprise)
                .optional();
    }

    @Override
    public void add(Enterprise enterprise) {
        jdbc.sql(
                        "insert into parties.enterprise (id, region, code, name)"
                                + " values (:id, :region, :code, :name)")
                .param("id", enterprise.id())
                .param("region", enterprise.region().code())
                .param("code", enterprise.code().value())
                .param("name", enterprise.name())
                .update();
        noteLookAlikes(enterprise.id());
    }

    @Override
    public void rename(UUID id, String name) {
        jdbc.sql("update parties.enterprise set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
        noteLookAlikes(id);
    }

    private void noteLookAlikes(UUID id) {
        jdbc.sql(LOOK_ALIKES).param("id", id).param("most", MOST_ALIKE).update();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(STANDING + "id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(
                        row -> {
                            names.put(row.getObject("named", UUID.class), row.getString("name"));
                        });
        return names;
    }

    private static Enterprise enterprise(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                new SocialCreditCode(row.getString("code")),
                row.getString("name"));
    }
}

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

    private final JdbcClient jdbc;

    JdbcEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Enterprise> byId(UUID id) {
        return jdbc.sql("select id, region, code, name from parties.enterprise where id = :id")
                .param("id", id)
                .query(JdbcEnterprises::enterprise)
                .optional();
    }

    @Override
    public Optional<Enterprise> byCode(SocialCreditCode code) {
        return jdbc.sql("select id, region, code, name from parties.enterprise where code = :code")
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
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        "select id, region, code, name from parties.enterprise"
                                + " where id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(JdbcEnterprises::enterprise)
                .list()
                .forEach(enterprise -> names.put(enterprise.id(), enterprise.name()));
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

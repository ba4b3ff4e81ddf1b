package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.files.FilesHandedIn;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.factor.Factor;
import org.xiangmuzhang.steward.domain.factor.FactorKind;
import org.xiangmuzhang.steward.domain.factor.FactorState;
import org.xiangmuzhang.steward.port.out.Factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcFactors implements Factors, FilesHandedIn {

    private final JdbcClient jdbc;

    JdbcFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Factor factor) {
        try {
            jdbc.sql(
                            """
                            insert into steward.factor (id, region, project, kind, amount, department,
                                needed, state, missing, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(factor.id())
                    .param(factor.region().code())
                    .param(factor.project())
                    .param(factor.kind().name())
                    .param(factor.amount())
                    .param(factor.department())
                    .param(factor.needed())
                    .param(factor.state().name())
                    .param(factor.isMissing())
                    .param(factor.version())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("factor-id-taken", factor.id());
        }
    }

    @Override
    public Optional<Factor> held(UUID factor) {
        return jdbc.sql("select * from steward.factor where id = ? for update")
                .param(factor)
                .query(JdbcFactors::factor)
                .optional();
    }

    @Override
    public void save(Factor factor) {
        jdbc.sql(
                        """
                        update steward.factor set needed = ?, state = ?, missing = ?, file = ?,
                            version = ? where id = ?
                        """)
                .param(factor.needed())
                .param(factor.state().name())
                .param(factor.isMissing())
                .param(factor.file())
                .param(factor.version())
                .param(factor.id())
                .update();
    }

    @Override
    public List<Factor> ofProject(UUID project) {
        return jdbc.sql("select * from steward.factor where project = ? order by needed, id")
                .param(project)
                .query(JdbcFactors::factor)
                .list();
    }

    @Override
    public List<Factor> byIds(Collection<UUID> factors) {
        return jdbc.sql("select * from steward.factor where id = any(?)")
                .param(factors.toArray(UUID[]::new))
                .query(JdbcFactors::factor)
                .list();
    }

    @Override
    public List<Factor> missing(Region region, LocalDate until, int limit) {
        return jdbc.sql(
                        """
                        select * from steward.factor f
                         where region = ? and missing and needed <= ?
                           and not exists (select from steward.project p
                                            where p.id = f.project and p.closed_on is not null)
                         order by needed, id limit ?
                        """)
                .params(region.code(), until, limit)
                .query(JdbcFactors::factor)
                .list();
    }

    @Override
    public Set<UUID> stillMissing(Collection<UUID> factors) {
        return jdbc.sql(
                        """
                        select id from steward.factor f where id = any(?) and missing
                           and not exists (select from steward.project p
                                            where p.id = f.project and p.closed_on is not null)
                        """)
                .param(factors.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    @Override
    public Set<UUID> among(Collection<UUID> files) {
        return jdbc.sql("select distinct file from steward.factor where file = any(?)")
                .param(files.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        return new Factor(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                FactorKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("department"),
                row.getObject("needed", LocalDate.class),
                FactorState.valueOf(row.getString("state")),
                row.getObject("file", UUID.class),
                row.getLong("version"));
    }
}

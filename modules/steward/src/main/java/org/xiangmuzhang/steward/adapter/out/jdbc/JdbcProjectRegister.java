package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.events.MandateSigned;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@Component
class JdbcProjectRegister implements ProjectRegister {

    private final JdbcClient jdbc;

    JdbcProjectRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(ProjectView project) {
        try {
            jdbc.sql(
                            """
                            insert into steward.project
                                (id, region, code, name, project_type, enterprise)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            project.id(),
                            project.region().code(),
                            project.code(),
                            project.name(),
                            project.projectType(),
                            project.enterprise())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw String.valueOf(taken.getMessage()).contains("project_code_key")
                    ? Refusal.conflict("project-code-taken", project.code())
                    : Refusal.conflict("project-id-taken", project.id());
        }
    }

    @Override
    public void tell(UUID project, String industry) {
        jdbc.sql("update steward.project set industry = ? where id = ?")
                .params(industry, project)
                .update();
    }

    @Override
    public int nextSerial(Region region, YearMonth month) {
        return jdbc.sql(
                        """
                        insert into steward.code_serial (region, month, last) values (?, ?, 1)
                        on conflict (region, month)
                            do update set last = steward.code_serial.last + 1
                        returning last
                        """)
                .params(region.code(), month.toString())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean hasCode(String code) {
        return jdbc.sql("select exists (select from steward.project where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<ProjectView> byId(UUID project) {
        return jdbc.sql("select * from steward.project where id = ?")
                .param(project)
                .query(JdbcProjectRegister::view)
                .optional();
    }

    @Override
    public Map<UUID, ProjectView> byIds(Collection<UUID> projects) {
        return jdbc
                .sql("select * from steward.project where id = any(?)")
                .param(projects.toArray(UUID[]::new))
                .query(JdbcProjectRegister::view)
                .list()
                .stream()
                .collect(Collectors.toMap(ProjectView::id, Function.identity()));
    }

    @Override
    public Optional<ProjectView> byCode(String code) {
        return jdbc.sql("select * from steward.project where code = ?")
                .param(code)
                .query(JdbcProjectRegister::view)
                .optional();
    }

    private static ProjectView view(ResultSet row, int number) throws SQLException {
        return new ProjectView(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getString("code"),
                row.getString("name"),
                row.getString("project_type"),
                row.getObject("enterprise", UUID.class),
                row.getObject("steward", UUID.class));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> projects) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select * from steward.project where id = any(?)")
                .param(projects.toArray(UUID[]::new))
                .query(JdbcProjectRegister::view)
                .list()
                .forEach(project -> names.put(project.id(), project.name()));
        return names;
    }

    @Override
    public void hold(UUID project) {
        jdbc.sql("select id from steward.project where id = ? for no key update")
                .param(project)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<UUID> openStill(UUID project) {
        record Kept(UUID id, @Nullable LocalDate closed) {}
        return jdbc.sql("select id, closed_on from steward.project where id = ? for key share")
                .param(project)
                .query(
                        (row, number) ->
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getObject("closed_on", LocalDate.class)))
                .optional()
                .map(
                        kept -> {
                            if (kept.closed() != null) {
                                throw Refusal.conflict("project-closed", kept.closed());
                            }
                            return kept.id();
                        });
    }

    @Override
    public void close(UUID project, LocalDate on) {
        jdbc.sql("select id from steward.project where id = ? for update")
                .param(project)
                .query(UUID.class)
                .optional();
        jdbc.sql("update steward.project set closed_on = ? where id = ?")
                .params(on, project)
                .update();
    }

    @Override
    public void appoint(UUID project, UUID steward, LocalDate on) {
        jdbc.sql(
                        """
                        update steward.mandate set revoked_on = ? where id in (
                               select id from steward.mandate
                                where project = ? and revoked_on is null
                                order by id for no key update)
                        """)
                .params(on, project)
                .update();
        jdbc.sql("update steward.project set steward = ? where id = ?")
                .params(steward, project)
                .update();
    }

    @Override
    public void keep(MandateSigned mandate) {
        jdbc.sql(
                        """
                        insert into steward.mandate (id, region, project, enterprise, steward, acts,
                            valid_from, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        mandate.mandate(),
                        mandate.region().code(),
                        mandate.project(),
                        mandate.enterprise(),
                        mandate.steward(),
                        mandate.acts().toArray(String[]::new),
                        mandate.from(),
                        mandate.until())
                .update();
    }

    @Override
    public void narrow(MandateSigned mandate) {
        jdbc.sql(
                        """
                        update steward.mandate set acts = ?, valid_from = ?, valid_until = ?
                         where id = ?
                        """)
                .params(
                        mandate.acts().toArray(String[]::new),
                        mandate.from(),
                        mandate.until(),
                        mandate.mandate())
                .update();
    }

    @Override
    public void revoke(UUID mandate, LocalDate on) {
        jdbc.sql("update steward.mandate set revoked_on = ? where id = ?")
                .params(on, mandate)
                .update();
    }

    @Override
    public Optional<UUID> covering(
            UUID steward, UUID enterprise, UUID project, String act, LocalDate on) {
        return jdbc.sql(
                        """
                        select m.id from steward.mandate m
                          join steward.project p on p.id = m.project and p.steward = m.steward
                         where m.steward = :steward and m.enterprise = :enterprise
                           and m.project = :project
                           and :act = any(m.acts)
                           and :day between m.valid_from and m.valid_until
                           and (m.revoked_on is null or m.revoked_on > :day)
                         order by m.valid_until desc, m.id limit 1
                        """)
                .param("steward", steward)
                .param("enterprise", enterprise)
                .param("project", project)
                .param("act", act)
                .param("day", on)
                .query(UUID.class)
                .optional();
    }

    @Override
    public List<UUID> passOn(UUID dissolved, UUID kept) {
        List<UUID> projects =
                jdbc.sql(
                                "update steward.project set enterprise = ? where enterprise = ? returning id")
                        .params(kept, dissolved)
                        .query(UUID.class)
                        .list();
        jdbc.sql("update steward.mandate set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
        jdbc.sql("update steward.act_in_name set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
        jdbc.sql("update steward.diary set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
        return projects.stream().sorted().toList();
    }

    @Override
    public List<ProjectView> ofEnterprise(UUID enterprise, int limit) {
        return jdbc.sql(
                        """
                        select * from steward.project
                         where enterprise = ? and closed_on is null
                         order by id desc limit ?
                        """)
                .params(enterprise, limit)
                .query(JdbcProjectRegister::view)
                .list();
    }

    @Override
    public List<ProjectView> entrusted(UUID steward, String act, LocalDate on, int limit) {
        return jdbc.sql(
                        """
                        select p.* from steward.project p
                         where p.id in (
                               select m.project from steward.mandate m
                                where m.steward = :steward and :act = any(m.acts)
                                  and :day between m.valid_from and m.valid_until
                                  and (m.revoked_on is null or m.revoked_on > :day))
                           and p.steward = :steward and p.closed_on is null
                         order by p.id desc limit :limit
                        """)
                .param("steward", steward)
                .param("act", act)
                .param("day", on)
                .param("limit", limit)
                .query(JdbcProjectRegister::view)
                .list();
    }
}

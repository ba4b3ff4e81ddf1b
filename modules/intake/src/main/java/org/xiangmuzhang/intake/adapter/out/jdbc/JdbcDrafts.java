package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.intake.domain.draft.Draft;
import org.xiangmuzhang.intake.domain.draft.Paper;
import org.xiangmuzhang.intake.domain.draft.Paper.Offer;
import org.xiangmuzhang.intake.domain.draft.Paper.Reuse;
import org.xiangmuzhang.intake.domain.draft.Prefilled;
import org.xiangmuzhang.intake.domain.draft.Prefilled.Confidence;
import org.xiangmuzhang.intake.domain.draft.Prefilled.Source;
import org.xiangmuzhang.intake.domain.draft.Provenance;
import org.xiangmuzhang.intake.port.out.Drafts;
import org.xiangmuzhang.intake.port.out.EarlierMatters;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

@Repository
class JdbcDrafts implements Drafts, EarlierMatters {

    private static final String HEADS =
            "select id, region, enterprise, project, items, modes, cast(answers as text[]) as"
                    + " answers, created_by, saved_by, saved_at, expires_on, version"
                    + " from intake.draft";

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Kept kept) {
        Draft draft = kept.draft();
        int added =
                jdbc.sql(
                                """
                                insert into intake.draft (id, region, enterprise, project, items,
                                    modes, answers, created_by, saved_by, saved_at, expires_on)
                                values (:id, :region, :enterprise, :project, :items, :modes,
                                    cast(:answers as uuid[]), :createdBy, :savedBy, :savedAt,
                                    :expiresOn)
                                on conflict (id) do nothing
                                """)
                        .param("id", draft.id())
                        .param("region", draft.region().code())
                        .param("enterprise", draft.enterprise())
                        .param("project", draft.project(), Types.OTHER)
                        .param("items", Columns.texts(draft.items().keySet()))
                        .param(
                                "modes",
                                draft.items().values().stream()
                                        .map(Mode::name)
                                        .toArray(String[]::new))
                        .param("answers", Columns.ids(kept.answers()))
                        .param("createdBy", draft.createdBy())
                        .param("savedBy", draft.savedBy())
                        .param("savedAt", Timestamp.from(draft.savedAt()))
                        .param("expiresOn", draft.expiresOn())
                        .update();
        if (added == 0) {
            throw Refusal.conflict("draft-exists", draft.id());
        }
        putParts(draft);
    }

    @Override
    public void save(Kept kept) {
        Draft draft = kept.draft();
        int saved =
                jdbc.sql(
                                """
                                update intake.draft set answers = cast(:answers as uuid[]),
                                    saved_by = :savedBy, saved_at = :savedAt,
                                    expires_on = :expiresOn, version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("answers", Columns.ids(kept.answers()))
                        .param("savedBy", draft.savedBy())
                        .param("savedAt", Timestamp.from(draft.savedAt()))
                        .param("expiresOn", draft.expiresOn())
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .update();
        if (saved == 0) {
            throw Refusal.conflict("changed-meanwhile", draft.id());
        }
        jdbc.sql("delete from intake.draft_field where draft = :id")
                .param("id", draft.id())
                .update();
        jdbc.sql("delete from intake.draft_material where draft = :id")
                .param("id", draft.id())
                .update();
        putParts(draft);
    }

    private void putParts(Draft draft) {
        for (Prefilled one : draft.prefilled().values()) {
            jdbc.sql(
                            """
                            insert into intake.draft_field (draft, region, field, source, reference,
                                confidence, confirmed_by, confirmed_on)
                            values (:draft, :region, :field, :source, :reference, :confidence, :by,
                                :on)
                            """)
                    .param("draft", draft.id())
                    .param("region", draft.region().code())
                    .param("field", one.field())
                    .param("source", one.source().name())
                    .param("reference", one.reference())
                    .param("confidence", one.confidence().name())
                    .param("by", one.confirmedBy(), Types.OTHER)
                    .param("on", one.confirmedOn(), Types.DATE)
                    .update();
        }
        for (Paper paper : draft.papers().values()) {
            Reuse reuse = paper.reuse();
            Offer offer = reuse == null ? null : reuse.offer();
            jdbc.sql(
                            """
                            insert into intake.draft_material (draft, region, material, file,
                                from_application, from_number, sha256, handed_in_on, valid_until,
                                consented_by, consented_on)
                            values (:draft, :region, :material, :file, :from, :number, :sha256,
                                :handedIn, :validUntil, :by, :on)
                            """)
                    .param("draft", draft.id())
                    .param("region", draft.region().code())
                    .param("material", paper.material())
                    .param("file", paper.file())
                    .param("from", offer == null ? null : offer.application(), Types.OTHER)
                    .param("number", offer == null ? null : offer.number(), Types.VARCHAR)
                    .param("sha256", offer == null ? null : offer.sha256(), Types.VARCHAR)
                    .param("handedIn", offer == null ? null : offer.handedInOn(), Types.DATE)
                    .param("validUntil", offer == null ? null : offer.validUntil(), Types.DATE)
                    .param("by", reuse == null ? null : reuse.consentedBy(), Types.OTHER)
                    .param("on", reuse == null ? null : reuse.consentedOn(), Types.DATE)
                    .update();
        }
    }

    @Override
    public Optional<Kept> byId(UUID id) {
        return jdbc.sql(HEADS + " where id = :id")
                .param("id", id)
                .query((row, number) -> kept(row, prefilled(id), papers(id)))
                .optional();
    }

    private Map<String, Prefilled> prefilled(UUID draft) {
        Map<String, Prefilled> prefilled = new HashMap<>();
        jdbc.sql("select * from intake.draft_field where draft = :draft")
                .param("draft", draft)
                .query(JdbcDrafts::prefilled)
                .list()
                .forEach(one -> prefilled.put(one.field(), one));
        return prefilled;
    }

    private static Prefilled prefilled(ResultSet row, int number) throws SQLException {
        return new Prefilled(
                row.getString("field"),
                Source.valueOf(row.getString("source")),
                row.getString("reference"),
                Confidence.valueOf(row.getString("confidence")),
                Columns.optionalId(row, "confirmed_by"),
                Columns.optionalDate(row, "confirmed_on"));
    }

    private Map<String, Paper> papers(UUID draft) {
        Map<String, Paper> papers = new HashMap<>();
        jdbc.sql("select * from intake.draft_material where draft = :draft")
                .param("draft", draft)
                .query(
                        row -> {
                            UUID file = Columns.id(row, "file");
                            papers.put(
                                    row.getString("material"),
                                    new Paper(
                                            row.getString("material"),
                                            file,
                                            row.getObject("from_application") == null
                                                    ? null
                                                    : reuse(row, file)));
                        });
        return papers;
    }

    private static Reuse reuse(ResultSet row, UUID file) throws SQLException {
        return new Reuse(
                new Offer(
                        row.getString("material"),
                        file,
                        Columns.id(row, "from_application"),
                        row.getString("from_number"),
                        row.getString("sha256"),
                        Columns.date(row, "handed_in_on"),
                        Columns.date(row, "valid_until")),
                Columns.id(row, "consented_by"),
                Columns.date(row, "consented_on"));
    }

    private static Kept kept(
            ResultSet row, Map<String, Prefilled> prefilled, Map<String, Paper> papers)
            throws SQLException {
        List<String> codes = Columns.texts(row, "items");
        List<String> modes = Columns.texts(row, "modes");
        SortedMap<String, Mode> items = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            items.put(codes.get(i), Mode.valueOf(modes.get(i)));
        }
        return new Kept(
                new Draft(
                        Columns.id(row, "id"),
                        new Region(row.getString("region")),
                        Columns.id(row, "enterprise"),
                        Columns.optionalId(row, "project"),
                        items,
                        Answers.NONE,
                        prefilled,
                        papers,
                        Columns.id(row, "created_by"),
                        Columns.id(row, "saved_by"),
                        row.getTimestamp("saved_at").toInstant(),
                        Columns.date(row, "expires_on"),
                        row.getLong("version")),
                Columns.texts(row, "answers").stream().map(UUID::fromString).toList());
    }

    @Override
    public void remove(UUID id, long version) {
        int removed =
                jdbc.sql("delete from intake.draft where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (removed == 0) {
            throw Refusal.conflict("changed-meanwhile", id);
        }
    }

    @Override
    public List<Draft> of(
            UUID enterprise, @Nullable UUID project, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        HEADS
                                + """
                                 where enterprise = :enterprise
                                   and (cast(:project as uuid) is null
                                        or project = cast(:project as uuid))
                                   and (cast(:after as uuid) is null or id > cast(:after as uuid))
                                 order by id limit :limit
                                """)
                .param("enterprise", enterprise)
                .param("project", project)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> kept(row, Map.of(), Map.of()).draft())
                .list();
    }

    @Override
    public List<Draft> ofProjects(Collection<UUID> projects, int limit) {
        return jdbc.sql(
                        HEADS
                                + " where project = any(cast(:projects as uuid[]))"
                                + " order by id limit :limit")
                .param("projects", Columns.ids(projects))
                .param("limit", limit)
                .query((row, number) -> kept(row, Map.of(), Map.of()).draft())
                .list();
    }

    @Override
    public List<UUID> expired(LocalDate today, int limit) {
        return jdbc.sql(
                        "select id from intake.draft where expires_on < :today"
                                + " order by expires_on, id limit :limit for update skip locked")
                .param("today", today)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long count(Set<Region> places) {
        return jdbc.sql("select count(*) from intake.draft where region = any(:places)")
                .param("places", Columns.codes(places))
                .query(Long.class)
                .single();
    }

    @Override
    public long since(Set<Region> places, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*)
                          from intake.application a join intake.material m on m.application = a.id
                         where a.region = any(:places) and a.received_on >= :day
                           and a.state in ('ACCEPTED', 'DELIVERED')
                        """)
                .param("places", Columns.codes(places))
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public void passOn(UUID dissolved, UUID kept) {
        jdbc.sql(
                        "update intake.draft set enterprise = :kept, version = version + 1"
                                + " where enterprise = :dissolved")
                .param("kept", kept)
                .param("dissolved", dissolved)
                .update();
    }

    @Override
    public void add(UUID application, Region region, Provenance provenance) {
        jdbc.sql(
                        """
                        insert into intake.filled_form (application, region, fields, prefilled)
                        values (:application, :region, :fields, :prefilled)
                        """)
                .param("application", application)
                .param("region", region.code())
                .param("fields", provenance.fields())
                .param("prefilled", provenance.prefilled().size())
                .update();
        for (Prefilled one : provenance.prefilled()) {
            jdbc.sql(
                            """
                            insert into intake.prefilled_field (application, region, field, source,
                                reference, confidence, confirmed_by, confirmed_on)
                            values (:application, :region, :field, :source, :reference, :confidence,
                                :by, :on)
                            """)
                    .param("application", application)
                    .param("region", region.code())
                    .param("field", one.field())
                    .param("source", one.source().name())
                    .param("reference", one.reference())
                    .param("confidence", one.confidence().name())
                    .param("by", one.confirmedBy())
                    .param("on", one.confirmedOn())
                    .update();
        }
        for (Reuse reuse : provenance.reused()) {
            Offer offer = reuse.offer();
            jdbc.sql(
                            """
                            insert into intake.reused_material (application, region, material,
                                from_application, from_number, sha256, handed_in_on, valid_until,
                                purpose, consented_by, consented_on)
                            values (:application, :region, :material, :from, :number, :sha256,
                                :handedIn, :validUntil, :purpose, :by, :on)
                            """)
                    .param("application", application)
                    .param("region", region.code())
                    .param("material", offer.material())
                    .param("from", offer.application())
                    .param("number", offer.number())
                    .param("sha256", offer.sha256())
                    .param("handedIn", offer.handedInOn())
                    .param("validUntil", offer.validUntil())
                    .param("purpose", Columns.texts(provenance.purpose()))
                    .param("by", reuse.consentedBy())
                    .param("on", reuse.consentedOn())
                    .update();
        }
    }

    @Override
    public Optional<Provenance> provenance(UUID application) {
        return jdbc.sql("select fields from intake.filled_form where application = :application")
                .param("application", application)
                .query(Integer.class)
                .optional()
                .map(fields -> provenance(application, fields));
    }

    private Provenance provenance(UUID application, int fields) {
        List<Prefilled> prefilled =
                jdbc.sql(
                                "select * from intake.prefilled_field"
                                        + " where application = :application order by field")
                        .param("application", application)
                        .query(JdbcDrafts::prefilled)
                        .list();
        TreeMap<String, Reuse> reused = new TreeMap<>();
        List<String> purpose = new ArrayList<>();
        jdbc.sql(
                        "select r.*, m.file from intake.reused_material r join intake.material m"
                                + " on m.application = r.application and m.material = r.material"
                                + " where r.application = :application")
                .param("application", application)
                .query(
                        row -> {
                            reused.put(
                                    row.getString("material"), reuse(row, Columns.id(row, "file")));
                            Columns.texts(row, "purpose").stream()
                                    .filter(code -> !purpose.contains(code))
                                    .forEach(purpose::add);
                        });
        return new Provenance(fields, prefilled, List.copyOf(reused.values()), purpose);
    }

    @Override
    public List<Answered> answers(UUID enterprise, @Nullable UUID project, int limit) {
        return jdbc.sql(
                        """
                        select a.number, cast(c.answers as text[]) as answers
                          from intake.application a
                          join intake.check_run c on c.application = a.id and c.latest
                         where a.enterprise = :enterprise and c.answers <> '{}'
                           and (cast(:project as uuid) is null
                                or a.project = cast(:project as uuid))
                         order by a.id desc limit :limit
                        """)
                .param("enterprise", enterprise)
                .param("project", project)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Answered(
                                        row.getString("number"),
                                        Columns.texts(row, "answers").stream()
                                                .map(UUID::fromString)
                                                .toList()))
                .list();
    }

    @Override
    public Optional<Issued> document(UUID enterprise, @Nullable UUID project, String item) {
        return jdbc.sql(
                        """
                        select a.number, t.document_number
                          from intake.application a join intake.task t on t.application = a.id
                         where a.enterprise = :enterprise and t.item_code = :item
                           and t.state = 'APPROVED' and t.document_number is not null
                           and (cast(:project as uuid) is null
                                or a.project = cast(:project as uuid))
                         order by t.decided_on desc, a.id desc limit 1
                        """)
                .param("enterprise", enterprise)
                .param("project", project)
                .param("item", item)
                .query(
                        (row, number) ->
                                new Issued(
                                        row.getString("number"), row.getString("document_number")))
                .optional();
    }

    @Override
    public List<HandedInBefore> materials(
            UUID enterprise, @Nullable UUID project, Collection<String> materials) {
        return jdbc.sql(
                        """
                        select latest.*, first.received_on
                          from (select distinct on (m.material) m.material, m.file, m.sha256, a.id,
                                    a.number
                                  from intake.application a
                                  join intake.material m on m.application = a.id
                                 where a.enterprise = :enterprise and m.material = any(:materials)
                                   and a.state in ('ACCEPTED', 'DELIVERED')
                                   and (cast(:project as uuid) is null
                                        or a.project = cast(:project as uuid))
                                 order by m.material, a.received_on desc, a.id desc) latest
                          join (select m.sha256, min(least(a.received_on, r.handed_in_on))
                                    as received_on
                                  from intake.application a
                                  join intake.material m on m.application = a.id
                                  left join intake.reused_material r
                                    on r.application = a.id and r.material = m.material
                                        and r.sha256 = m.sha256
                                 where a.enterprise = :enterprise group by m.sha256) first
                            on first.sha256 = latest.sha256
                        """)
                .param("enterprise", enterprise)
                .param("project", project)
                .param("materials", Columns.texts(materials))
                .query(
                        (row, number) ->
                                new HandedInBefore(
                                        Objects.requireNonNull(row.getString("material")),
                                        Columns.id(row, "file"),
                                        Columns.id(row, "id"),
                                        row.getString("number"),
                                        row.getString("sha256"),
                                        Columns.date(row, "received_on")))
                .list();
    }
}

package org.xiangmuzhang.intake.adapter.out.jdbc;

import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.date;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.id;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalDate;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.dossier.Acceptance;
import org.xiangmuzhang.intake.domain.dossier.Application;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.ApplicationSnapshot;
import org.xiangmuzhang.intake.domain.dossier.ApplicationState;
import org.xiangmuzhang.intake.domain.dossier.Correction;
import org.xiangmuzhang.intake.domain.dossier.CorrectionPoint;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.domain.dossier.Waiver;
import org.xiangmuzhang.intake.events.ApplicationPassedOn;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of applications and of what was handed in with them. */
@Repository
class ApplicationRows {

    static final String OF_PROJECT = "(select id from intake.application where project = :project)";

    /** Of one id or of several: for one, PostgreSQL keeps a plan. */
    private static final String APPLICATIONS =
            """
            select a.*, given.* from intake.application a
            cross join lateral (
                select array_agg(material order by material) as materials,
                    array_agg(cast(file as text) order by material) as files,
                    array_agg(sha256 order by material) as sha256s
                from intake.material where application = a.id) as given
            where a.id %s order by a.id
            """;

    private final JdbcClient jdbc;

    ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Application application) {
        ApplicationSnapshot kept = application.snapshot();
        ApplicationHead head = kept.head();
        Waiver waiver = head.waiver();
        int inserted =
                jdbc.sql(
                                """
                                insert into intake.application (id, region, number, enterprise,
                                    project, received_on, submitted_by, mandate, owner_promise,
                                    design_promise, state, version)
                                values (:id, :region, :number, :enterprise, :project, :receivedOn,
                                    :by, :mandate, :owner, :design, :state, 0)
                                on conflict (id) do nothing
                                """)
                        .param("id", head.id())
                        .param("region", head.region().code())
                        .param("number", head.number())
                        .param("enterprise", head.enterprise())
                        .param("project", head.project(), Types.OTHER)
                        .param("receivedOn", head.receivedOn())
                        .param("by", head.submittedBy())
                        .param("mandate", head.mandate(), Types.OTHER)
                        .param("owner", waiver == null ? null : waiver.ownerPromise(), Types.OTHER)
                        .param(
                                "design",
                                waiver == null ? null : waiver.designPromise(),
                                Types.OTHER)
                        .param("state", kept.state().name())
                        .update();
        if (inserted == 0) {
            throw Refusal.conflict("application-exists", head.id());
        }
        putMaterials(application);
    }

    void update(Application application) {
        ApplicationSnapshot kept = application.snapshot();
        Acceptance acceptance = kept.acceptance();
        Correction correction = kept.correction();
        int updated =
                jdbc.sql(
                                """
                                update intake.application set enterprise = :enterprise,
                                    project = :project, mandate = :mandate, state = :state,
                                    accepted_on = :acceptedOn, accepted_by = :acceptedBy,
                                    accepted_hall = :acceptedHall,
                                    accepted_window = :acceptedWindow,
                                    corrected_on = :correctedOn, supplied_on = :suppliedOn,
                                    corrected = cast(:corrected as text[]),
                                    corrected_texts = cast(:correctedTexts as uuid[]),
                                    corrected_answers = cast(:correctedAnswers as uuid[]),
                                    renewed = cast(:renewed as text[]),
                                    explanation = :explanation, remark = :remark,
                                    closed_on = :closedOn, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("enterprise", kept.head().enterprise())
                        .param("project", kept.head().project(), Types.OTHER)
                        .param("mandate", kept.head().mandate())
                        .param("state", kept.state().name())
                        .param(
                                "acceptedOn",
                                acceptance == null ? null : acceptance.acceptedOn(),
                                Types.DATE)
                        .param(
                                "acceptedBy",
                                acceptance == null ? null : acceptance.by(),
                                Types.OTHER)
                        .param(
                                "acceptedHall",
                                acceptance == null ? null : acceptance.hall(),
                                Types.VARCHAR)
                        .param(
                                "acceptedWindow",
                                acceptance == null ? null : acceptance.window(),
                                Types.VARCHAR)
                        .param(
                                "correctedOn",
                                correction == null ? null : correction.on(),
                                Types.DATE)
                        .param(
                                "suppliedOn",
                                correction == null ? null : correction.suppliedOn(),
                                Types.DATE)
                        .param(
                                "corrected",
                                correction == null ? null : Columns.texts(correction.materials()))
                        .param("correctedTexts", points(correction, CorrectionPoint::text))
                        .param("correctedAnswers", points(correction, CorrectionPoint::answer))
                        .param("renewed", renewed(correction))
                        .param(
                                "explanation",
                                correction == null ? null : correction.remark(),
                                Types.OTHER)
                        .param("remark", kept.remark(), Types.OTHER)
                        .param("closedOn", kept.closedOn(), Types.DATE)
                        .param("id", kept.head().id())
                        .param("version", kept.version())
                        .update();
        if (updated == 0) {
            throw Refusal.conflict("changed-meanwhile", kept.head().number());
        }
        application.kept();
    }

    private static String @Nullable [] points(
            @Nullable Correction correction, Function<CorrectionPoint, @Nullable UUID> text) {
        return correction == null
                ? null
                : correction.points().stream()
                        .map(text)
                        .map(id -> id == null ? null : id.toString())
                        .toArray(String[]::new);
    }

    private static String @Nullable [] renewed(@Nullable Correction correction) {
        return correction == null ? null : correction.renewed().toArray(String[]::new);
    }

    private static Correction correction(ResultSet row) throws SQLException {
        List<String> materials = Columns.texts(row, "corrected");
        List<@Nullable UUID> texts = Columns.optionalIds(row, "corrected_texts");
        List<@Nullable UUID> answers = Columns.optionalIds(row, "corrected_answers");
        List<String> renewed = Columns.texts(row, "renewed");
        return new Correction(
                date(row, "corrected_on"),
                IntStream.range(0, materials.size())
                        .mapToObj(
                                i ->
                                        new CorrectionPoint(
                                                materials.get(i),
                                                i < texts.size() ? texts.get(i) : null,
                                                i < answers.size() ? answers.get(i) : null,
                                                renewed.contains(materials.get(i))))
                        .toList(),
                id(row, "explanation"),
                optionalDate(row, "supplied_on"),
                renewed.stream()
                        .filter(material -> !materials.contains(material))
                        .collect(Collectors.toSet()));
    }

    void addEarlier(ApplicationHead head, Correction notice) {
        jdbc.sql(
                        """
                        insert into intake.earlier_notice (application, region, seq, told_on,
                            materials, texts, answers, renewed, explanation, supplied_on)
                        select :id, :region, count(*), :on, cast(:materials as text[]),
                            cast(:texts as uuid[]), cast(:answers as uuid[]),
                            cast(:renewed as text[]), :explanation, :suppliedOn
                          from intake.earlier_notice where application = :id
                        """)
                .param("id", head.id())
                .param("region", head.region().code())
                .param("on", notice.on())
                .param("materials", Columns.texts(notice.materials()))
                .param("texts", points(notice, CorrectionPoint::text))
                .param("answers", points(notice, CorrectionPoint::answer))
                .param("renewed", renewed(notice))
                .param("explanation", notice.remark())
                .param("suppliedOn", notice.suppliedOn(), Types.DATE)
                .update();
    }

    List<Correction> earlier(UUID application) {
        return jdbc.sql(
                        """
                        select told_on as corrected_on, materials as corrected,
                            texts as corrected_texts, answers as corrected_answers, renewed,
                            explanation, supplied_on
                          from intake.earlier_notice where application = :id order by seq
                        """)
                .param("id", application)
                .query((row, number) -> correction(row))
                .list();
    }

    List<ApplicationPassedOn> passOn(UUID dissolved, UUID kept, LocalDate on) {
        return jdbc
                .sql(
                        """
                        update intake.application
                           set enterprise = :kept, version = version + 1
                         where enterprise = :dissolved returning id, region, project
                        """)
                .param("kept", kept)
                .param("dissolved", dissolved)
                .query(
                        (row, number) ->
                                new ApplicationPassedOn(
                                        id(row, "id"),
                                        new Region(row.getString("region")),
                                        optionalId(row, "project"),
                                        kept,
                                        dissolved,
                                        on))
                .list()
                .stream()
                .sorted(Comparator.comparing(ApplicationPassedOn::application))
                .toList();
    }

    void putMaterials(Application application) {
        ApplicationSnapshot kept = application.snapshot();
        jdbc.sql(
                        """
                        insert into intake.material as known
                            (application, region, material, file, sha256)
                        select :application, :region, given.*
                        from unnest(:materials, cast(:files as uuid[]), :sha256s) as given
                        on conflict (application, material)
                        do update set file = excluded.file, sha256 = excluded.sha256
                        where known.file <> excluded.file
                        """)
                .param("application", kept.head().id())
                .param("region", kept.head().region().code())
                .param("materials", column(kept, SuppliedMaterial::material, String[]::new))
                .param("files", column(kept, SuppliedMaterial::file, UUID[]::new))
                .param("sha256s", column(kept, SuppliedMaterial::sha256, String[]::new))
                .update();
    }

    private static <T> T[] column(
            ApplicationSnapshot kept, Function<SuppliedMaterial, T> value, IntFunction<T[]> array) {
        return kept.materials().stream().map(value).toArray(array);
    }

    /** In the order of their ids, which is that of their receipt. */
    List<Application> byIds(Collection<UUID> ids) {
        return read(
                jdbc.sql(APPLICATIONS.formatted("= any(cast(:ids as uuid[]))"))
                        .param("ids", Columns.ids(ids)));
    }

    List<Application> ofProject(UUID project) {
        return read(jdbc.sql(APPLICATIONS.formatted("in " + OF_PROJECT)).param("project", project));
    }

    Optional<Application> byId(UUID id) {
        return read(jdbc.sql(APPLICATIONS.formatted("= :id")).param("id", id)).stream().findFirst();
    }

    private static List<Application> read(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> application(row, materials(row))).list();
    }

    private static List<SuppliedMaterial> materials(ResultSet row) throws SQLException {
        List<String> materials = Columns.texts(row, "materials");
        List<String> files = Columns.texts(row, "files");
        List<String> sha256s = Columns.texts(row, "sha256s");
        return IntStream.range(0, materials.size())
                .mapToObj(
                        i ->
                                new SuppliedMaterial(
                                        materials.get(i),
                                        UUID.fromString(files.get(i)),
                                        sha256s.get(i)))
                .toList();
    }

    private static Application application(ResultSet row, List<SuppliedMaterial> materials)
            throws SQLException {
        @Nullable LocalDate acceptedOn = optionalDate(row, "accepted_on");
        @Nullable LocalDate correctedOn = optionalDate(row, "corrected_on");
        @Nullable UUID ownerPromise = optionalId(row, "owner_promise");
        ApplicationHead head =
                new ApplicationHead(
                        id(row, "id"),
                        new Region(row.getString("region")),
                        row.getString("number"),
                        id(row, "enterprise"),
                        optionalId(row, "project"),
                        date(row, "received_on"),
                        id(row, "submitted_by"),
                        optionalId(row, "mandate"),
                        ownerPromise == null
                                ? null
                                : new Waiver(ownerPromise, id(row, "design_promise")));
        return new Application(
                new ApplicationSnapshot(
                        head,
                        ApplicationState.valueOf(row.getString("state")),
                        materials,
                        acceptedOn == null
                                ? null
                                : new Acceptance(
                                        acceptedOn,
                                        optionalId(row, "accepted_by"),
                                        row.getString("accepted_hall"),
                                        row.getString("accepted_window")),
                        correctedOn == null ? null : correction(row),
                        optionalId(row, "remark"),
                        optionalDate(row, "closed_on"),
                        row.getLong("version")));
    }
}

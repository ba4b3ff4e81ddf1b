package org.xiangmuzhang.land.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.Parcel;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.Transfer;
import org.xiangmuzhang.land.port.out.ParcelRegister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcParcels implements ParcelRegister {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JdbcThresholds thresholds;

    JdbcParcels(JdbcClient jdbc, JdbcThresholds thresholds) {
        this.jdbc = jdbc;
        this.thresholds = thresholds;
    }

    @Override
    public Optional<ParcelFacts> byId(UUID id) {
        return read(jdbc.sql("select * from land.parcel where id = :id").param("id", id)).stream()
                .findFirst();
    }

    @Override
    public void add(Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        int added =
                values(
                                jdbc.sql(
                                        """
                                        insert into land.parcel
                                            (id, region, number, area_square_metres, state, project,
                                             planning_conditions, transfer_kind, enterprise,
                                             signed_on, document_number, paid_amount, paid_on,
                                             delivered_on, version)
                                        values (:id, :region, :number, :area, :state, :project,
                                            :conditions, :kind, :enterprise, :signedOn, :document,
                                            :amount, :paidOn, :deliveredOn, 1)
                                        on conflict (number) do nothing
                                        """),
                                facts)
                        .update();
        if (added == 0) {
            throw Refusal.conflict("parcel-number-taken", facts.number().value());
        }
    }

    @Override
    public void change(Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        int changed =
                values(
                                jdbc.sql(
                                        """
                                        update land.parcel
                                        set state = :state, project = :project,
                                            planning_conditions = :conditions,
                                            transfer_kind = :kind, enterprise = :enterprise,
                                            signed_on = :signedOn, document_number = :document,
                                            paid_amount = :amount, paid_on = :paidOn,
                                            delivered_on = :deliveredOn, version = version + 1
                                        where id = :id and version = :version
                                        """),
                                facts)
                        .param("version", facts.version())
                        .update();
        if (changed == 0) {
            throw Refusal.conflict("parcel-changed-meanwhile", facts.number().value());
        }
        thresholds.replace(facts);
    }

    @Override
    public void passOn(UUID dissolved, UUID kept) {
        jdbc.sql(
                        """
                        update land.parcel set enterprise = :kept, version = version + 1
                         where enterprise = :dissolved
                        """)
                .param("kept", kept)
                .param("dissolved", dissolved)
                .update();
    }

    @Override
    public void keep(ParcelFacts parcel, PlanningConditions conditions) {
        jdbc.sql(
                        """
                        insert into land.planning_conditions
                            (parcel, region, version, document_number, on_day, minimum_plot_ratio,
                             maximum_plot_ratio, maximum_height)
                        values (:parcel, :region, :version, :document, :on, :least, :most, :height)
                        """)
                .param("parcel", parcel.id())
                .param("region", parcel.region().code())
                .param("version", parcel.planningConditions())
                .param("document", conditions.documentNumber())
                .param("on", conditions.on())
                .param("least", conditions.minimumPlotRatio())
                .param("most", conditions.maximumPlotRatio())
                .param("height", conditions.maximumHeight())
                .update();
    }

    @Override
    public List<PlanningConditions> planningConditions(UUID parcel) {
        return jdbc.sql("select * from land.planning_conditions where parcel = ? order by version")
                .param(parcel)
                .query(
                        (row, i) ->
                                new PlanningConditions(
                                        row.getString("document_number"),
                                        row.getObject("on_day", LocalDate.class),
                                        row.getBigDecimal("minimum_plot_ratio"),
                                        row.getBigDecimal("maximum_plot_ratio"),
                                        row.getBigDecimal("maximum_height")))
                .list();
    }

    @Override
    public List<ParcelFacts> inRegions(
            Set<Region> regions, @Nullable ParcelState state, @Nullable UUID after, int limit) {
        String filter = state == null ? "" : "and state = :state ";
        JdbcClient.StatementSpec query =
                jdbc.sql(
                                "select found.* from unnest(:regions) as place(code)"
                                        + " cross join lateral (select * from land.parcel"
                                        + " where region = place.code and id > :after "
                                        + filter
                                        + "order by id limit :limit) as found"
                                        + " order by id limit :limit")
                        .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                        .param("after", after == null ? FIRST : after)
                        .param("limit", limit);
        return read(state == null ? query : query.param("state", state.name()));
    }

    @Override
    public List<ParcelFacts> openTo(
            @Nullable UUID enterprise, Region region, @Nullable UUID after, int limit) {
        return read(
                jdbc.sql(
                                """
                                (select * from land.parcel
                                where region = :region and state = 'LISTED' and id > :after
                                order by id limit :limit)
                                union
                                (select * from land.parcel
                                where region = :region and enterprise = :enterprise and id > :after
                                order by id limit :limit)
                                order by id limit :limit
                                """)
                        .param("region", region.code())
                        .param("enterprise", enterprise)
                        .param("after", after == null ? FIRST : after)
                        .param("limit", limit));
    }

    @Override
    public List<ParcelFacts> ofProject(UUID project) {
        return read(
                jdbc.sql("select * from land.parcel where project = :project order by number")
                        .param("project", project));
    }

    private List<ParcelFacts> read(JdbcClient.StatementSpec query) {
        List<ParcelFacts> bare = query.query((row, i) -> facts(row)).list();
        Map<UUID, List<Threshold>> found =
                thresholds.of(bare.stream().map(ParcelFacts::id).toList());
        return bare.stream()
                .map(parcel -> parcel.with(found.getOrDefault(parcel.id(), List.of())))
                .toList();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, ParcelFacts facts) {
        Transfer transfer = facts.transfer();
        Payment payment = facts.payment();
        return statement
                .param("id", facts.id())
                .param("region", facts.region().code())
                .param("number", facts.number().value())
                .param("area", facts.area().squareMetres())
                .param("state", facts.state().name())
                .param("project", facts.project())
                .param("conditions", facts.planningConditions())
                .param("kind", transfer == null ? null : transfer.kind().name())
                .param("enterprise", transfer == null ? null : transfer.enterprise())
                .param("signedOn", transfer == null ? null : transfer.signedOn())
                .param("document", transfer == null ? null : transfer.documentNumber())
                .param("amount", payment == null ? null : payment.amount())
                .param("paidOn", payment == null ? null : payment.paidOn())
                .param("deliveredOn", facts.deliveredOn());
    }

    private static ParcelFacts facts(ResultSet row) throws SQLException {
        return new ParcelFacts(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                new ParcelNumber(row.getString("number")),
                new Area(row.getBigDecimal("area_square_metres")),
                ParcelState.valueOf(row.getString("state")),
                row.getObject("project", UUID.class),
                row.getInt("planning_conditions"),
                List.of(),
                transfer(row),
                payment(row),
                row.getObject("delivered_on", LocalDate.class),
                row.getLong("version"));
    }

    private static @Nullable Transfer transfer(ResultSet row) throws SQLException {
        String kind = row.getString("transfer_kind");
        return kind == null
                ? null
                : new Transfer(
                        Transfer.Kind.valueOf(kind),
                        row.getObject("enterprise", UUID.class),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("document_number"));
    }

    private static @Nullable Payment payment(ResultSet row) throws SQLException {
        return row.getObject("paid_on") == null
                ? null
                : new Payment(
                        row.getBigDecimal("paid_amount"),
                        row.getObject("paid_on", LocalDate.class));
    }
}

package org.xiangmuzhang.steward.domain.wall;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectClosed;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;
import org.xiangmuzhang.steward.spi.TurnedLight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must be remembered of a project so that its row is told anew after the next event; each
 * event gives the next value.
 *
 * @param ahead lights of items that are not in the plan yet, by item and by task and clock
 */
@ValueObject
public record OnWall(
        UUID project,
        String region,
        String projectType,
        @Nullable String industry,
        @Nullable UUID steward,
        boolean closed,
        @Nullable LocalDate begins,
        @Nullable LocalDate finish,
        @Nullable LocalDate target,
        @Nullable LocalDate baselineBegins,
        @Nullable LocalDate baselineFinish,
        List<WallItem> items,
        Map<String, Map<String, String>> ahead) {

    private static final List<String> LIGHTS = List.of("GREEN", "YELLOW", "ORANGE", "RED");

    public OnWall {
        ahead = Objects.requireNonNullElse(ahead, Map.of());
    }

    /** After an event; null before a project was registered. */
    public static @Nullable OnWall after(@Nullable OnWall before, LoggedEvent event) {
        if (event instanceof ProjectRegistered registered) {
            return new OnWall(
                    registered.project(),
                    registered.region().code(),
                    registered.projectType(),
                    registered.industry(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Map.of());
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case StewardAppointed appointed ->
                    before.with(appointed.steward(), before.closed(), before.items());
            case ProjectClosed closed -> before.with(before.steward(), true, before.items());
            case BaselineSet set -> before.measuredBy(set);
            case PlanDrawn drawn -> before.planned(drawn);
            case TurnedLight turned -> before.lit(turned);
            default -> before;
        };
    }

    private OnWall with(@Nullable UUID newSteward, boolean newClosed, List<WallItem> newItems) {
        return new OnWall(
                project,
                region,
                projectType,
                industry,
                newSteward,
                newClosed,
                begins,
                finish,
                target,
                baselineBegins,
                baselineFinish,
                newItems,
                ahead);
    }

    private OnWall measuredBy(BaselineSet set) {
        return new OnWall(
                project,
                region,
                projectType,
                industry,
                steward,
                closed,
                begins,
                finish,
                target,
                set.marks().stream()
                        .map(BaselineSet.Mark::start)
                        .min(Comparator.naturalOrder())
                        .orElse(set.finish()),
                set.finish(),
                items,
                ahead);
    }

    /** A plan that is not whole tells of the steps that differ, which keep their places. */
    private OnWall planned(PlanDrawn drawn) {
        Map<String, PlanDrawn.Words> words =
                drawn.words().stream()
                        .collect(
                                Collectors.toMap(
                                        PlanDrawn.Words::itemCode,
                                        Function.identity(),
                                        (one, later) -> later));
        Map<String, WallItem> before =
                items.stream().collect(Collectors.toMap(WallItem::item, Function.identity()));
        Map<String, WallItem> now = new LinkedHashMap<>();
        if (!drawn.whole()) {
            items.forEach(item -> now.put(item.item(), item));
        }
        Map<String, Map<String, String>> unplanned = new TreeMap<>(ahead);
        for (PlanDrawn.Step step : drawn.steps()) {
            Map<String, String> turned = unplanned.remove(step.itemCode());
            now.put(
                    step.itemCode(),
                    WallItem.of(
                            step,
                            words.get(step.itemCode()),
                            before.get(step.itemCode()),
                            turned == null ? Map.of() : turned));
        }
        return new OnWall(
                project,
                region,
                projectType,
                industry,
                steward,
                closed,
                drawn.from(),
                drawn.finish(),
                drawn.target(),
                baselineBegins,
                baselineFinish,
                List.copyOf(now.values()),
                unplanned);
    }

    /** A light for an item that the plan does not have yet waits for it. */
    private OnWall lit(TurnedLight turned) {
        String clock = turned.task() + " " + turned.clock();
        String code = turned.itemCode();
        if (items.stream().noneMatch(item -> item.item().equals(code))) {
            Map<String, Map<String, String>> unplanned = new TreeMap<>(ahead);
            Map<String, String> lights = new TreeMap<>(unplanned.getOrDefault(code, Map.of()));
            lights.put(clock, turned.light());
            unplanned.put(code, lights);
            return new OnWall(
                    project,
                    region,
                    projectType,
                    industry,
                    steward,
                    closed,
                    begins,
                    finish,
                    target,
                    baselineBegins,
                    baselineFinish,
                    items,
                    unplanned);
        }
        return with(
                steward,
                closed,
                items.stream()
                        .map(
                                item ->
                                        item.item().equals(code)
                                                ? item.lit(clock, turned.light())
                                                : item)
                        .toList());
    }

    /** The row that the wall chart shows. */
    public WallRow row() {
        List<WallItem> open =
                items.stream()
                        .filter(WallItem::isOpen)
                        .sorted(
                                Comparator.comparing(WallItem::finish)
                                        .thenComparing(WallItem::slack)
                                        .thenComparing(WallItem::item))
                        .toList();
        int running = (int) open.stream().filter(WallItem::isUnderWay).count();
        return new WallRow(
                open.isEmpty() ? null : open.getFirst().stage(),
                light(),
                open.size() + count(items),
                count(items),
                running,
                begins,
                finish,
                target,
                open.stream().map(WallItem::slack).min(Comparator.naturalOrder()).orElse(null),
                baselineBegins,
                baselineFinish,
                items.stream()
                        .map(WallItem::actualStart)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                running > 0
                        ? null
                        : items.stream()
                                .map(WallItem::actualFinish)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                gates(),
                open.stream().limit(WallRow.NEXT).map(OnWall::due).toList());
    }

    private static int count(Collection<WallItem> of) {
        return (int) of.stream().filter(WallItem::isDone).count();
    }

    private static WallRow.Due due(WallItem item) {
        return new WallRow.Due(
                item.item(),
                item.stage(),
                item.department(),
                item.finish(),
                item.slack(),
                item.state());
    }

    private String light() {
        return items.stream()
                .filter(WallItem::isUnderWay)
                .flatMap(item -> item.lights().values().stream())
                .max(Comparator.comparingInt(LIGHTS::indexOf))
                .orElse("GREEN");
    }

    private List<WallRow.Gate> gates() {
        List<WallRow.Gate> gates = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<WallItem> ofStage =
                    items.stream()
                            .filter(item -> item.stage().equals(stage.name()))
                            .filter(item -> item.isOpen() || item.isDone())
                            .toList();
            if (stage != Stage.CROSS_STAGE && !ofStage.isEmpty()) {
                gates.add(
                        new WallRow.Gate(
                                stage.name(),
                                ofStage.stream()
                                        .map(WallItem::finish)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow(),
                                ofStage.size(),
                                count(ofStage)));
            }
        }
        return gates;
    }
}

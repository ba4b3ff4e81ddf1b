package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.Arrays;
import java.util.List;

/** What a type of project needs at a place. */
@RestController
@RequestMapping("/api/catalog/project-types")
class RestProjectTypes {

    private final Browsing browsing;

    RestProjectTypes(Browsing browsing) {
        this.browsing = browsing;
    }

    /** A type in a list. */
    record TypeLine(
            String code,
            String version,
            String nameZh,
            String nameEn,
            String investorKind,
            String initiationKind,
            String landSupply,
            int targetDays,
            String targetScope,
            int items) {

        static TypeLine of(ProjectType type) {
            return new TypeLine(
                    type.code(),
                    type.version(),
                    type.nameZh(),
                    type.nameEn(),
                    type.investorKind(),
                    type.initiationKind(),
                    type.landSupply(),
                    type.targetDays(),
                    type.targetScope(),
                    type.items().size());
        }
    }

    /** An item of the type; a conditional one counts only when {@code appliesWhen} holds. */
    record Need(ItemLine item, boolean mandatory, @Nullable String appliesWhen) {}

    /** The items of one stage, in a topological order. */
    record StageNeeds(Stage stage, List<Need> items) {}

    /** A type with its items by stage and the order between them. */
    record TypeDetail(
            Region region, TypeLine type, List<StageNeeds> stages, List<Dependency> dependencies) {}

    @GetMapping
    List<TypeLine> types(@RequestParam @Nullable Region region, Actor actor) {
        return browsing.at(region == null ? actor.region() : region).types().values().stream()
                .map(TypeLine::of)
                .toList();
    }

    @GetMapping("/{code}")
    TypeDetail type(@PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        ProjectType type = browsing.at(place).types().get(code);
        if (type == null) {
            throw Refusal.notFound("project-type-unknown", code);
        }
        Template template = browsing.template();
        List<StageNeeds> stages =
                Arrays.stream(Stage.values())
                        .map(stage -> new StageNeeds(stage, needs(type, stage, template)))
                        .filter(stage -> !stage.items().isEmpty())
                        .toList();
        return new TypeDetail(place, TypeLine.of(type), stages, type.dependencies());
    }

    private static List<Need> needs(ProjectType type, Stage stage, Template template) {
        return type.items().stream()
                .filter(need -> need.item().stage() == stage)
                .map(
                        need ->
                                new Need(
                                        ItemLine.of(need.item(), template),
                                        need.mandatory(),
                                        need.item().appliesWhen()))
                .toList();
    }
}

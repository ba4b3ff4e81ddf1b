package org.xiangmuzhang.land.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.land.application.LandForProjects;
import org.xiangmuzhang.land.application.ReadingParcels;
import org.xiangmuzhang.land.application.ReadingReferences;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.spi.Takers.Taker;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looking at parcels. */
@Controller
@RequestMapping("/console/land/parcels")
class ConsoleParcels {

    /** How the badge of a state is coloured. */
    private static final Map<ParcelState, String> TONES =
            Map.of(
                    ParcelState.PREPARED, "badge--muted",
                    ParcelState.LISTED, "badge--accent",
                    ParcelState.TRANSFERRED, "badge--paused",
                    ParcelState.PAID, "badge--good",
                    ParcelState.DELIVERED, "badge--good");

    private final ReadingParcels reading;
    private final ReadingReferences references;
    private final LandForProjects projects;
    private final Enterprises enterprises;

    ConsoleParcels(
            ReadingParcels reading,
            ReadingReferences references,
            LandForProjects projects,
            Enterprises enterprises) {
        this.reading = reading;
        this.references = references;
        this.projects = projects;
        this.enterprises = enterprises;
    }

    @Bean
    static MenuEntry parcelsMenu() {
        return new MenuEntry("/console/land/parcels", "land.parcels", 50, Set.of());
    }

    @GetMapping
    String parcels(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 1);
        List<ParcelFacts> found =
                reading.parcels(
                        actor, state(state), from == null ? null : from.id(0), Page.USUAL + 1);
        Page<ParcelFacts> page = Page.of(found, Page.USUAL, parcel -> Cursor.of(parcel.id()));
        model.addAttribute("page", page);
        model.addAttribute("states", ParcelState.values());
        model.addAttribute("state", state);
        model.addAttribute("tones", TONES);
        model.addAttribute("after", after);
        model.addAttribute("officer", actor.role() == Role.LAND_OFFICER);
        return "land/parcels";
    }

    @GetMapping("/{id}")
    String parcel(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ParcelFacts parcel = reading.parcel(id, actor);
        List<Indicator> indicators = references.indicators(actor);
        model.addAttribute("parcel", parcel);
        model.addAttribute("tone", TONES.get(parcel.state()));
        model.addAttribute("conditions", reading.planningConditions(id, actor));
        model.addAttribute("startBy", reading.startBy(parcel));
        model.addAttribute("indicators", indicators);
        model.addAttribute(
                "byCode",
                indicators.stream()
                        .collect(Collectors.toMap(Indicator::code, Function.identity())));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("officer", actor.role() == Role.LAND_OFFICER);
        model.addAttribute("owner", owner(parcel));
        Optional<Taker> project = Optional.ofNullable(parcel.project()).flatMap(projects::of);
        model.addAttribute("project", project.orElse(null));
        model.addAttribute(
                "taker",
                project.flatMap(it -> enterprises.byId(it.enterprise()))
                        .map(it -> it.code().value())
                        .orElse(""));
        return "land/parcel";
    }

    private @Nullable String owner(ParcelFacts parcel) {
        if (parcel.transfer() == null) {
            return null;
        }
        UUID enterprise = parcel.transfer().enterprise();
        return enterprises.names(List.of(enterprise)).get(enterprise);
    }

    private static @Nullable ParcelState state(String name) {
        return Arrays.stream(ParcelState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package org.xiangmuzhang.catalog.application.guidance;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.Notice;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.catalog.port.out.Guides;
import org.xiangmuzhang.catalog.spi.SiteFacts;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Guides whoever asks; keeps nothing of it. */
@Service
@Transactional(readOnly = true)
class GuideDesk implements Guiding {

    private static final String EVERY_HALL = "*";
    private static final int WEEK = 7;
    private static final int LOOKED_THROUGH = 50;
    private static final int LONGEST_SITE = 40;

    private final Browsing browsing;
    private final Guides guides;
    private final ServiceCalendars hours;
    private final List<SiteFacts> sites;
    private final Clock clock;

    GuideDesk(
            Browsing browsing,
            Guides guides,
            ServiceCalendars hours,
            ObjectProvider<SiteFacts> sites,
            Clock clock) {
        this.browsing = browsing;
        this.guides = guides;
        this.hours = hours;
        this.sites = sites.orderedStream().toList();
        this.clock = clock;
    }

    @Override
    public List<GuideLine> guides(Region place, @Nullable String after, int limit) {
        return guides.holding(chain(place), WorkingDays.today(clock), after, limit);
    }

    @Override
    public List<GuideLine> giving(Region place, String item) {
        List<Region> chain = chain(place);
        return guides.holding(chain, WorkingDays.today(clock), null, LOOKED_THROUGH).stream()
                .filter(
                        line ->
                                holding(chain, line.code())
                                        .filter(version -> version.guide().mayGive(item))
                                        .isPresent())
                .toList();
    }

    /** The place itself and those above it; refuses an unlisted one. */
    private List<Region> chain(Region place) {
        browsing.at(place);
        return browsing.template().chain(place);
    }

    @Override
    public GuideVersion guide(Region place, String code, @Nullable String version) {
        List<Region> chain = chain(place);
        return version == null
                ? holding(chain, code).orElseThrow(() -> Refusal.notFound("guide-unknown", code))
                : GuideVersion.named(version)
                        .filter(name -> chain.contains(name.region()))
                        .flatMap(name -> guides.published(name.region(), code, name.number()))
                        .orElseThrow(() -> Refusal.notFound("guide-version-unknown", version));
    }

    private Optional<GuideVersion> holding(List<Region> chain, String code) {
        return guides.holding(chain, code, WorkingDays.today(clock));
    }

    @Override
    public Consultation consult(Asked asked) {
        Region place = asked.place();
        GuideVersion guide = guide(place, asked.code(), asked.version());
        String newer =
                asked.version() == null
                        ? null
                        : holding(chain(place), asked.code())
                                .map(GuideVersion::text)
                                .filter(text -> !text.equals(guide.text()))
                                .orElse(null);
        Map<String, String> facts = facts(place, asked.site());
        Walk walk = Walk.along(guide.guide(), asked.answers());
        List<String> typed = asked.typed();
        if (typed != null) {
            walk.answer(typed);
        }
        // Who goes back to a question is asked again, whatever the site says.
        if (typed != null || asked.answers() == null) {
            walk.knowing(facts);
        }
        boolean done = walk.open() == null && !walk.replies().isEmpty();
        LocalDate today = WorkingDays.today(clock);
        return new Consultation(
                place,
                guide,
                newer,
                walk,
                facts,
                done ? Notice.of(walk, browsing.at(place)) : null,
                browsing.version(),
                today,
                done ? week(place, today) : List.of());
    }

    private Map<String, String> facts(Region place, @Nullable String site) {
        if (site == null || site.isBlank()) {
            return Map.of();
        }
        if (site.length() > LONGEST_SITE) {
            throw Refusal.invalid("guide-site", "/site", LONGEST_SITE);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Sight.ALL.during(
                () -> {
                    sites.forEach(one -> facts.putAll(one.of(place, site.strip())));
                    return facts;
                });
        return facts;
    }

    private List<DayHours> week(Region place, LocalDate today) {
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(WEEK)
                .map(day -> new DayHours(day, hours.of(place, EVERY_HALL, day)))
                .toList();
    }
}

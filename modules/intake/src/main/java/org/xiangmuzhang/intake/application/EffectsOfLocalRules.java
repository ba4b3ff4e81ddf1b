package org.xiangmuzhang.intake.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.port.out.Drafts;
import org.xiangmuzhang.intake.port.out.EarlierMatters;
import org.xiangmuzhang.intake.port.out.FindWaiting;
import org.xiangmuzhang.intake.port.out.Obligations;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the other rules of a place would change, counted; places below that differ are not. */
@Configuration(proxyBeanMethods = false)
class EffectsOfLocalRules {

    private final FindWaiting waiting;
    private final Obligations obligations;
    private final Regions regions;
    private final Settings settings;
    private final CaseFiles cases;

    EffectsOfLocalRules(
            FindWaiting waiting,
            Obligations obligations,
            Regions regions,
            Settings settings,
            CaseFiles cases) {
        this.obligations = obligations;
        this.waiting = waiting;
        this.regions = regions;
        this.settings = settings;
        this.cases = cases;
    }

    /** How many delivered applications home pages show. */
    @Bean
    Effect effectOfResults() {
        return Effect.of(
                LocalRules.RESULTS,
                (place, values) -> {
                    LocalDate today = cases.today();
                    Set<Region> places = places(LocalRules.RESULTS, place);
                    int now = settings.at(LocalRules.RESULTS, place, today).whole("days");
                    return List.of(
                            new Effect.Line(
                                    "intake.effect.results",
                                    waiting.deliveredSince(places, today.minusDays(now)),
                                    waiting.deliveredSince(
                                            places, today.minusDays(values.whole("days")))));
                });
    }

    /** Procedures that last keep their days: how many of them could not begin so any more. */
    @Bean
    Effect effectOfProcedures() {
        return Effect.of(
                LocalRules.PROCEDURES,
                (place, values) -> {
                    Set<Region> places = places(LocalRules.PROCEDURES, place);
                    int now =
                            settings.at(LocalRules.PROCEDURES, place, cases.today())
                                    .whole("longest");
                    return List.of(
                            new Effect.Line(
                                    "intake.effect.procedures",
                                    waiting.proceduresLongerThan(places, now),
                                    waiting.proceduresLongerThan(places, values.whole("longest"))));
                });
    }

    /** Receipts are drawn up when they are opened: those of open applications end so. */
    @Bean
    Effect effectOfReceipt() {
        return Effect.of(
                LocalRules.RECEIPT,
                (place, values) -> {
                    String now = settings.at(LocalRules.RECEIPT, place, cases.today()).text("note");
                    long open = waiting.open(places(LocalRules.RECEIPT, place));
                    return List.of(
                            new Effect.Line(
                                    "intake.effect.receipts",
                                    0,
                                    now.equals(values.text("note")) ? 0 : open));
                });
    }

    /** What is owed keeps its day: how much that is, and how much of it would have another. */
    @Bean
    Effect effectOfOwed() {
        return standing(LocalRules.OWED, "intake.effect.owed", false);
    }

    /** What was promised keeps its words and its day. */
    @Bean
    Effect effectOfPromises() {
        return standing(LocalRules.PROMISES, "intake.effect.promises", true);
    }

    private Effect standing(Setting setting, String key, boolean promises) {
        return Effect.of(
                setting,
                (place, values) -> {
                    long open = obligations.open(places(setting, place), promises);
                    return List.of(new Effect.Line(key, open, open));
                });
    }

    /** Drafts keep their last day until somebody saves them again. */
    @Bean
    Effect effectOfDrafts(Drafts drafts) {
        return Effect.of(
                LocalForms.DRAFTS,
                (place, values) -> {
                    long kept = drafts.count(places(LocalForms.DRAFTS, place));
                    return List.of(new Effect.Line("intake.effect.drafts", kept, kept));
                });
    }

    /** How many materials are young enough to be used again. */
    @Bean
    Effect effectOfReuse(EarlierMatters earlier) {
        return Effect.of(
                LocalForms.REUSE,
                (place, values) -> {
                    LocalDate today = cases.today();
                    Set<Region> places = places(LocalForms.REUSE, place);
                    int now = settings.at(LocalForms.REUSE, place, today).whole("months");
                    return List.of(
                            new Effect.Line(
                                    "intake.effect.reuse",
                                    earlier.since(places, today.minusMonths(now)),
                                    earlier.since(
                                            places, today.minusMonths(values.whole("months")))));
                });
    }

    private Set<Region> places(Setting setting, Region place) {
        return settings.following(setting, place, regions.within(place), cases.today());
    }
}

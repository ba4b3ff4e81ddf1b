package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.SettingVersion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages of tables and of rows have in common. */
@Component
class TablePages {

    static final String HERE = "/console/catalog/tables";
    static final Set<Role> READERS =
            Set.of(Role.CATALOG_EDITOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);

    private final Browsing browsing;
    private final ProposingLocalWays proposing;
    private final MessageSource messages;
    private final People people;
    private final Remarks remarks;

    TablePages(
            Browsing browsing,
            ProposingLocalWays proposing,
            MessageSource messages,
            People people,
            Remarks remarks) {
        this.browsing = browsing;
        this.proposing = proposing;
        this.messages = messages;
        this.people = people;
        this.remarks = remarks;
    }

    Words words(Locale locale) {
        return new Words(browsing.template(), messages, locale);
    }

    String shown(String view, Region place, Actor actor, Locale locale, Model model) {
        Words words = words(locale);
        model.addAttribute("region", place);
        model.addAttribute("place", words.region(place));
        model.addAttribute("words", words);
        model.addAttribute("reader", proposing.mayRead(place, actor));
        model.addAttribute("editor", mayEdit(actor, place));
        return view;
    }

    /** Who proposed and decided these versions, as far as the visitor may read it, and why. */
    void told(List<SettingVersion> versions, Actor actor, Model model) {
        model.addAttribute(
                "names",
                names(
                        versions.stream().flatMap(it -> Stream.of(it.proposedBy(), it.decidedBy())),
                        actor));
        model.addAttribute(
                "reasons",
                remarks.texts(
                        versions.stream()
                                .flatMap(it -> Stream.of(it.reason(), it.answer()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
    }

    /** Names of these people by id, as far as the visitor may read them; null is nobody. */
    Map<UUID, String> names(Stream<@Nullable UUID> ids, Actor actor) {
        return people.names(
                ids.filter(Objects::nonNull).collect(Collectors.toSet()), actor, Occasion.LIST);
    }

    /** Whether the visitor may propose and decide for the place; the template has no ways. */
    boolean mayEdit(Actor actor, Region place) {
        return actor.role() == Role.CATALOG_EDITOR
                && !place.equals(Region.TEMPLATE)
                && browsing.template().chain(place).contains(actor.region());
    }

    /** Refuses a table that is the same everywhere. */
    Table local(String table) {
        Table of = browsing.template().library().tables().named(table);
        if (!of.local()) {
            throw Refusal.invalid("table-same-everywhere", "/table", table);
        }
        return of;
    }

    /** Without a place that of the visitor's post, and the template when that is not listed. */
    Region place(String asked, Actor actor) {
        Region place = asked.isEmpty() ? actor.region() : new Region(asked);
        boolean listed = browsing.template().places().containsKey(place);
        if (!asked.isEmpty() && !listed && !place.equals(Region.TEMPLATE)) {
            throw Refusal.invalid("region-unknown", "/region", place.code());
        }
        return listed ? place : Region.TEMPLATE;
    }
}

package org.xiangmuzhang.catalog.adapter.in.console;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.Locale;
import java.util.Set;

/** What the pages of tables and of rows have in common. */
@Component
class TablePages {

    static final String HERE = "/console/catalog/tables";
    static final Set<Role> READERS =
            Set.of(Role.CATALOG_EDITOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);

    private final Browsing browsing;

    TablePages(Browsing browsing) {
        this.browsing = browsing;
    }

    String shown(String view, Region place, Actor actor, Locale locale, Model model) {
        Words words = new Words(browsing.template(), locale);
        model.addAttribute("region", place);
        model.addAttribute("place", words.region(place));
        model.addAttribute("words", words);
        model.addAttribute("reader", READERS.contains(actor.role()));
        model.addAttribute("editor", mayEdit(actor, place));
        return view;
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

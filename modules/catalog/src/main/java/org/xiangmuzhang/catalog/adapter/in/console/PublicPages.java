package org.xiangmuzhang.catalog.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.console.RefusalWords;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the pages for whoever has not signed in share. */
@Component
class PublicPages {

    private final Browsing browsing;
    private final RefusalWords sentences;
    private final String address;

    /**
     * @param address under which people reach the platform, such as {@code
     *     https://approvals.example.org}; empty where it is the one that they asked
     */
    PublicPages(
            Browsing browsing,
            RefusalWords sentences,
            @Value("${xiangmuzhang.address:}") String address) {
        this.browsing = browsing;
        this.sentences = sentences;
        this.address = address;
    }

    /** The place that was asked for, or the template. */
    static Region place(String asked) {
        return asked.isEmpty() ? Region.TEMPLATE : new Region(asked);
    }

    /** Every place to choose from, by its code. */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        browsing.template()
                .places()
                .values()
                .forEach(one -> places.put(one.region().code(), one.path()));
        return places;
    }

    /** Where an address begins that stands on paper. */
    UriComponentsBuilder base() {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUriString(address);
    }

    /** On a page without navigation: whoever reads it has not signed in. */
    String refused(Refusal refusal, HttpServletResponse response, Locale locale, Model model) {
        response.setStatus(refusal.kind() == Refusal.Kind.NOT_FOUND ? 404 : 422);
        model.addAttribute("sentence", sentences.of(refusal, locale));
        model.addAttribute("rule", refusal.rule());
        return "catalog/guide-refused";
    }
}

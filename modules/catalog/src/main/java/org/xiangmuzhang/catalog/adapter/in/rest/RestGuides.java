package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.catalog.port.in.Guiding.Asked;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.OpenToAll;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.List;

/** Being guided, by anybody; without a place, as the template has it. */
@RestController
@RequestMapping(RestGuides.PATH)
class RestGuides {

    static final String PATH = "/api/catalog/guides";

    private final Guiding guiding;
    private final Browsing browsing;

    RestGuides(Guiding guiding, Browsing browsing) {
        this.guiding = guiding;
        this.browsing = browsing;
    }

    @Bean
    static OpenToAll openGuideList() {
        return new OpenToAll(PATH);
    }

    @Bean
    static OpenToAll openGuideText() {
        return new OpenToAll(PATH + "/{code}");
    }

    @Bean
    static OpenToAll openNotice() {
        return new OpenToAll(PATH + "/{code}/notice");
    }

    /** A guide as it was published. */
    record GuideDetail(
            Region region,
            String code,
            String version,
            LocalDate from,
            @Nullable LocalDate until,
            Guide guide) {

        static GuideDetail of(Region place, GuideVersion version) {
            return new GuideDetail(
                    place,
                    version.code(),
                    version.text(),
                    version.from(),
                    version.until(),
                    version.guide());
        }
    }

    @GetMapping
    Page<GuideLine> guides(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        return Page.of(
                guiding.guides(
                        place(region),
                        cursor == null ? null : cursor.text(0, "[A-Z0-9-]+"),
                        size + 1),
                size,
                guide -> Cursor.of(guide.code()));
    }

    @GetMapping("/{code}")
    GuideDetail guide(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String version) {
        return GuideDetail.of(place(region), guiding.guide(place(region), code, version));
    }

    /**
     * The next question after these answers, or the notice. {@code answer} answers the open
     * question: the code of an answer, of several one parameter each and {@code answer=} for none,
     * or a number.
     */
    @GetMapping("/{code}/notice")
    NoticeDetail notice(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String version,
            @RequestParam @Nullable String answers,
            @RequestParam @Nullable List<String> answer,
            @RequestParam @Nullable String site) {
        List<String> typed =
                answer == null ? null : answer.stream().filter(it -> !it.isEmpty()).toList();
        return NoticeDetail.of(
                guiding.consult(new Asked(place(region), code, version, answers, typed, site)),
                browsing.template());
    }

    private static Region place(@Nullable Region asked) {
        return asked == null ? Region.TEMPLATE : asked;
    }
}

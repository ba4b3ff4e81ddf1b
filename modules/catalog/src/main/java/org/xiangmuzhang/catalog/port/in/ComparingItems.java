package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where items of places differ from those above them (四级四同), element by element, and who may mend
 * it: what a place does with items of the template, and the items of its own list. Editors,
 * administrators, auditors and supervisors read it, of the places that their posts reach.
 */
public interface ComparingItems {

    /**
     * Items that differ, by place and code; refuses {@code region-unknown} and {@code
     * proposals-of-another-place}. So many items are looked at for one page that it may have fewer
     * than asked for, or none, although more follow.
     */
    Stretch page(Region within, Wanted wanted, @Nullable Position after, int limit, Actor actor);

    /** Writes all of them into a file, a line for each element that differs. */
    void write(
            Region within,
            Wanted wanted,
            Format format,
            Locale language,
            OutputStream out,
            Actor actor)
            throws IOException;

    /** How many items of lists at a place and below it differ in one of these elements. */
    long count(Region within, Set<Element> elements);

    /** Elements that must agree at a place today. */
    Set<Element> same(Region place);

    /**
     * Which differences.
     *
     * @param element null for any
     * @param must whether the element must agree; null for both
     */
    record Wanted(@Nullable Element element, @Nullable Boolean must) {}

    /**
     * Behind which item a list goes on.
     *
     * @param own of the place's own list, which comes after the template's items
     */
    record Position(Region region, boolean own, String code) {}

    /**
     * A stretch of the list.
     *
     * @param next behind which it goes on, or null at its end
     */
    record Stretch(List<Differing> items, @Nullable Position next) {}

    /**
     * An item that differs.
     *
     * @param above place of the item that it differs from; the template's for one of the template
     * @param aboveCode code of that item
     */
    record Differing(
            Region region,
            String code,
            String nameZh,
            boolean own,
            Region above,
            String aboveCode,
            List<Deviation> elements) {
        public Position position() {
            return new Position(region, own, code);
        }
    }

    /**
     * An element in both values.
     *
     * @param must whether it must agree
     * @param mender the place whose editor mends it: that whose value deviates when it must agree,
     *     else the place itself, which may
     * @param materials what differs in the materials, when it is about these
     */
    record Deviation(
            Element element,
            @Nullable String here,
            @Nullable String above,
            boolean must,
            Region mender,
            List<ItemChange> materials) {

        /** The same with other values. */
        public Deviation of(String other, String otherAbove) {
            return new Deviation(element, other, otherAbove, must, mender, materials);
        }
    }
}

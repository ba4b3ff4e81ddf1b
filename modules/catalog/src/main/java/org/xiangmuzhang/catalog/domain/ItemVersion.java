package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names the content of an item at a place: {@code 3} is the template's third version, {@code
 * 3~140500.1~140524.2} the same with the first override of 140500 and on it the second of 140524.
 */
@ValueObject
public record ItemVersion(int number, List<Local> locals) {

    private static final String FORM = "\\d{1,9}(~(\\d{6}|Z\\d{6}[A-Z]{2,3})\\.\\d{1,18})*";

    /** One override on the way. */
    public record Local(Region region, long version) {}

    public ItemVersion {
        locals = List.copyOf(locals);
    }

    /** Whether this is the text of a version. */
    public static boolean isOne(String text) {
        return text.matches(FORM);
    }

    /** Reads the text again; refuses anything else with {@code item-version-form}. */
    public static ItemVersion of(String text) {
        if (!isOne(text)) {
            throw Refusal.invalid("item-version-form", "/version", text);
        }
        String[] parts = text.split("~");
        List<Local> locals = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] local = parts[i].split("\\.");
            locals.add(new Local(new Region(local[0]), Long.parseLong(local[1])));
        }
        return new ItemVersion(Integer.parseInt(parts[0]), locals);
    }

    ItemVersion with(Region region, long version) {
        List<Local> more = new ArrayList<>(locals);
        more.add(new Local(region, version));
        return new ItemVersion(number, more);
    }

    public String text() {
        return number
                + locals.stream()
                        .map(local -> "~" + local.region() + "." + local.version())
                        .collect(Collectors.joining());
    }
}

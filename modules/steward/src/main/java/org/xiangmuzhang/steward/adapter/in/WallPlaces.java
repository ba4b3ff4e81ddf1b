package org.xiangmuzhang.steward.adapter.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.steward.port.in.ReadingWall;

/** Where a page of the wall chart ended, as callers hand it back. */
public final class WallPlaces {

    private static final String GROUP = "[0-9A-Z]{0,12}";

    private WallPlaces() {}

    public static ReadingWall.@Nullable Place parse(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 3);
        return cursor == null
                ? null
                : new ReadingWall.Place(
                        cursor.text(0, GROUP), (int) cursor.number(1), cursor.id(2));
    }

    public static @Nullable String text(ReadingWall.@Nullable Place place) {
        return place == null
                ? null
                : Cursor.of(place.group(), place.urgency(), place.project()).text();
    }
}

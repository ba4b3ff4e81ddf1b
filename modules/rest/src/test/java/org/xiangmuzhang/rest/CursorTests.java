package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

class CursorTests {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00.123456Z");
    private static final UUID ID = UUID.fromString("0195d3c0-0000-7000-8000-000000000001");

    @Test
    void readsBackWhatItGave() {
        Cursor cursor = parsed(Cursor.of(AT, ID, 42L, "综合窗口").text(), 4);

        assertThat(cursor.instant(0)).isEqualTo(AT);
        assertThat(cursor.id(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(42);
        assertThat(cursor.text(3)).isEqualTo("综合窗口");
    }

    @Test
    void isSafeInAnAddress() {
        assertThat(Cursor.of("?&/ +项目", AT).text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void firstPageHasNoCursor() {
        assertThat(Cursor.parse(null, 2)).isNull();
    }

    @Test
    void refusesEveryAlteredCharacter() {
        String text = Cursor.of(AT, ID).text();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            refused(text.substring(0, i) + other + text.substring(i + 1), 2);
        }
    }

    @Test
    void refusesCursorOfAnotherList() {
        refused(Cursor.of(ID).text(), 2);
        refused("", 1);
        refused("@@@", 1);
        assertThatThrownBy(() -> parsed(Cursor.of("x").text(), 1).id(0))
                .isInstanceOf(Refusal.class);
    }

    private static Cursor parsed(String text, int size) {
        return Objects.requireNonNull(Cursor.parse(text, size));
    }

    private static void refused(String text, int size) {
        assertThatThrownBy(() -> Cursor.parse(text, size))
                .as(text)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("cursor-unreadable"));
    }
}

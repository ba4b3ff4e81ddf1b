package org.xiangmuzhang.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Change.ChangedRow;
import org.xiangmuzhang.settings.Change.Mark;
import org.xiangmuzhang.settings.ChangingSettings.Standing;
import org.xiangmuzhang.settings.Setting.Field;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A setting with a value of every kind. */
class SettingTests {

    static final Setting LADDER =
            new Setting(
                    "planted.ladder",
                    List.of(
                            new Field("days", 1, 30, 10),
                            Field.decimal("tolerance", "0", "100", 2, "5"),
                            Field.yesNo("weekends", false),
                            Field.choice("counted", "WORKING", "CALENDAR"),
                            Field.text("letter", 20, "请尽快办理"),
                            Field.table(
                                    "steps",
                                    3,
                                    List.of(
                                            new Field("after", 0, 100, 0),
                                            Field.choice("whom", "HEAD", "LEADER"),
                                            Field.yesNo("written", false)),
                                    List.of(step(50, "HEAD", false), step(80, "LEADER", true)))),
                    "ladder-rises",
                    values -> rises(values.rows("steps")));

    private static boolean rises(List<Values> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).whole("after") <= steps.get(i - 1).whole("after")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyValueHasItsOwnType() {
        Values shipped = LADDER.shipped();

        assertThat(shipped.whole("days")).isEqualTo(10);
        assertThat(shipped.decimal("tolerance")).isEqualTo("5");
        assertThat(shipped.yes("weekends")).isFalse();
        assertThat(shipped.text("counted")).isEqualTo("WORKING");
        assertThat(shipped.text("letter")).isEqualTo("请尽快办理");
        assertThat(shipped.rows("steps")).hasSize(2);
        assertThat(shipped.rows("steps").getLast().text("whom")).isEqualTo("LEADER");
        assertThat(shipped.rows("steps").getLast().yes("written")).isTrue();
    }

    @Test
    void aDecimalIsTheSameHoweverItIsWritten() {
        for (Object written : List.of(7.5, new BigDecimal("7.50"), new BigDecimal("75E-1"))) {
            assertThat(with("tolerance", written).decimal("tolerance")).isEqualTo("7.5");
        }
        assertThat(with("tolerance", 100).decimal("tolerance")).isEqualTo("100");
        assertThat(with("tolerance", 1e2).decimal("tolerance")).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "days,       31,          setting-bounds",
        "days,       0,           setting-bounds",
        "days,       1.5,         setting-number",
        "days,       many,        setting-number",
        "tolerance,  100.01,      setting-bounds",
        "tolerance,  0.001,       setting-decimal",
        "tolerance,  1e400,       setting-decimal",
        "tolerance,  some,        setting-decimal",
        "weekends,   true,        setting-yes-no",
        "counted,    working,     setting-choice",
        "letter,     '',          setting-text",
        "letter,     012345678901234567890, setting-text",
        "steps.0.after, 101,      setting-bounds",
        "steps.1.whom,  NOBODY,   setting-choice",
        "steps.1.written, '',     setting-yes-no",
        "steps.1.after, 50,       ladder-rises"
    })
    void whatIsWrittenIsRefusedWhereItStands(String cell, String written, String rule) {
        Map<String, String> cells = new LinkedHashMap<>(LADDER.shipped().cells());
        cells.put(cell, written);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> LADDER.read(cells));

        assertThat(refusal.rule()).isEqualTo(rule);
        String pointer = rule.equals("ladder-rises") ? "" : "/" + cell.replace('.', '/');
        assertThat(refusal.pointers()).containsExactly("/values" + pointer);
    }

    @Test
    void refusesJsonOfAnotherKindMissingAndUnknownFields() {
        assertThat(refusal("days", "10")).isEqualTo("setting-number");
        assertThat(refusal("days", 10_000_000_000L)).isEqualTo("setting-bounds");
        assertThat(refusal("tolerance", "5")).isEqualTo("setting-decimal");
        assertThat(refusal("tolerance", new BigDecimal("1e2000000"))).isEqualTo("setting-decimal");
        assertThat(refusal("weekends", "yes")).isEqualTo("setting-yes-no");
        assertThat(refusal("counted", 1)).isEqualTo("setting-choice");
        assertThat(refusal("letter", "a\u0000b")).isEqualTo("setting-text-form");
        assertThat(refusal("steps", Map.of())).isEqualTo("setting-rows");
        assertThat(refusal("steps", List.of(1))).isEqualTo("setting-rows");
        assertThat(refusal("steps", List.of(Map.of("after", 1)))).isEqualTo("setting-fields");
        assertThat(refusal("steps", List.of(row(1), row(2), row(3), row(4))))
                .isEqualTo("setting-rows");
        assertThat(refusal("more", 1)).isEqualTo("setting-fields");
    }

    @Test
    void aRowWithoutAnythingIsNoRow() {
        Map<String, String> cells = new LinkedHashMap<>(LADDER.shipped().cells());
        cells.replaceAll((cell, text) -> cell.startsWith("steps.0.") ? "" : text);
        cells.put("steps.7.after", "90");
        cells.put("steps.7.whom", "HEAD");
        cells.put("steps.7.written", "no");

        assertThat(LADDER.read(cells).rows("steps"))
                .extracting(step -> step.whole("after"))
                .containsExactly(80, 90);
    }

    @Test
    void aVersionFromBeforeAFieldChangedKeepsWhatStillFits() {
        Values values =
                LADDER.completed(Map.of("days", 7, "tolerance", 3, "counted", "GONE", "old", 1));

        assertThat(values.whole("days")).isEqualTo(7);
        assertThat(values.decimal("tolerance")).isEqualTo("3");
        assertThat(values.text("counted")).isEqualTo("WORKING");
        assertThat(values.rows("steps")).hasSize(2);
    }

    @Test
    void anExportedFileIsReadBackInBothForms() {
        Values odd = with("letter", "第一行，\"引号\"\n=1+1");
        Standing standing = new Standing(LADDER, odd, null, null);

        String csv = SettingsFile.csv(List.of(standing));
        String json = SettingsFile.of(new Region("140500"), List.of(standing)).json();

        for (String file : List.of(csv, "\uFEFF" + csv, json)) {
            assertThat(SettingsFile.read(file.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(
                            read -> {
                                assertThat(read.name()).isEqualTo("planted.ladder");
                                assertThat(read.values().apply(LADDER)).isEqualTo(odd);
                            });
        }
    }

    @Test
    void anEmptyTableIsExportedToo() {
        Values none = with("steps", List.of());
        String csv = SettingsFile.csv(List.of(new Standing(LADDER, none, null, null)));

        assertThat(SettingsFile.readCsv(csv).getFirst().values().apply(LADDER)).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "'no,such,header',1",
        "'setting,field,value,set_by,version\nplanted.ladder,days,1',2",
        "'setting,field,value,set_by,version\na,b,1,,\na,b,2,,',3",
        "'{\"region\": \"140500\"',1",
        "'{\"settings\": 7}',1",
        "'{\"settings\": null}',1",
        "'{\"settings\": [null]}',1",
        "'{\"settings\": [{\"name\": \"a\"}]}',1"
    })
    void refusesAnotherFileWithItsLine(String file, int line) {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () -> SettingsFile.read(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal.rule()).isEqualTo("setting-file-form");
        assertThat(refusal.arguments()).containsExactly(line);
    }

    @Test
    void refusesACellThatTheSettingDoesNotHave() {
        for (String cell : List.of("nights", "steps.0.when", "steps.x.after", "days.0.after")) {
            Map<String, String> cells = new LinkedHashMap<>(LADDER.shipped().cells());
            cells.put(cell, "1");
            assertThat(catchThrowableOfType(Refusal.class, () -> LADDER.readFile(cells)).rule())
                    .as(cell)
                    .isEqualTo("setting-fields");
        }
    }

    @Test
    void saysWhichFieldsAndWhichRowsChange() {
        Values then = with("steps", List.of(step(60, "HEAD", false), step(80, "LEADER", true)));

        List<Change> changes = Change.between(LADDER, LADDER.shipped(), then);

        assertThat(changes).filteredOn(change -> !change.isSame()).hasSize(1);
        assertThat(changes.getLast().rows())
                .extracting(ChangedRow::mark)
                .containsExactly(Mark.ADDED, Mark.REMOVED, Mark.SAME);
    }

    private static Values with(String field, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(LADDER.shipped().plain());
        values.put(field, value);
        return LADDER.checked(values);
    }

    private static String refusal(String field, Object value) {
        return catchThrowableOfType(Refusal.class, () -> with(field, value)).rule();
    }

    private static Map<String, Object> row(int after) {
        return step(after, "HEAD", false);
    }

    private static Map<String, Object> step(int after, String whom, boolean written) {
        return Map.of("after", after, "whom", whom, "written", written);
    }
}

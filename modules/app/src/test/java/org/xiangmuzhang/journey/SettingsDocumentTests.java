package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.settings.Kind;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Setting.Field;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The document that lists what places set for themselves; made anew with -Dgolden=write. */
class SettingsDocumentTests {

    private static final Path DOCUMENT = Path.of("../../docs/settings.md");
    private static final String HEAD =
            """
            # What places set for themselves

            Every setting that a module declares, as `SettingsDocumentTests` finds it in the running platform
            and compares it with this page; `-Dgolden=write` writes it anew. A place sets its own values under
            *配置* (`/console/settings`), in versions with first and last day, proposed by one administrator and
            approved by another; what it does not set holds from the place above, else as shipped. Items and rows
            of tables have the same under *本地规定* (`/console/catalog/tables`); ADR 0029, 0039.

            | Setting | 名称 | Field | 中文 | Values | Shipped |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final String VALUES =
            """

            ## What the rules of the field leave to places

            Limits, thresholds, ladders and hours that differ from place to place, and what carries each:
            a setting with its field, or a table with its column. `LocalValuesTests` holds that everything
            named here is there, and that every setting and every table of places is named here.

            | 值 | Value | Carried by |
            | --- | --- | --- |
            """;

    private final Platform platform = Platform.shared();
    private final MessageSource messages = platform.bean(MessageSource.class);

    @Test
    void everySettingStandsInTheDocument() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        for (Setting setting : settings()) {
            for (Field field : setting.fields()) {
                lines(document, setting, field);
            }
        }
        document.append(VALUES);
        LocalValuesTests.read()
                .forEach(
                        value ->
                                document.append(
                                        "| %s | %s | %s `%s` |\n"
                                                .formatted(
                                                        value.zh(),
                                                        value.en(),
                                                        value.kind(),
                                                        value.carriedBy().replace(" ", "` `"))));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document.toString());
    }

    @Test
    void everySettingHasItsWordsInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Setting setting : settings()) {
            String key = "settings." + setting.name();
            missing(List.of(key, key + ".description"), missing);
            setting.fields().forEach(field -> missing(key + "." + field.name(), field, missing));
        }
        assertThat(settings()).hasSizeGreaterThan(6);
        assertThat(missing).isEmpty();
    }

    private void missing(String key, Field field, List<String> missing) {
        missing(List.of(key), missing);
        switch (field.kind()) {
            case Kind.Table table ->
                    table.columns()
                            .forEach(column -> missing(key + "." + column.name(), column, missing));
            case Kind.Choice choice ->
                    missing(
                            choice.codes().stream().map(code -> key + "." + code).toList(),
                            missing);
            default -> {}
        }
    }

    private void missing(List<String> keys, List<String> missing) {
        for (String key : keys) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                if (messages.getMessage(key, null, null, language) == null) {
                    missing.add(key + " " + language);
                }
            }
        }
    }

    private List<Setting> settings() {
        return platform.beans(Setting.class).sorted(Comparator.comparing(Setting::name)).toList();
    }

    private void lines(StringBuilder document, Setting setting, Field field) {
        String key = "settings." + setting.name();
        line(document, setting, field.name(), key + "." + field.name(), field);
        if (field.kind() instanceof Kind.Table table) {
            for (Field column : table.columns()) {
                String name = field.name() + "." + column.name();
                line(document, setting, name, key + "." + name, column);
            }
        }
    }

    private void line(
            StringBuilder document, Setting setting, String name, String key, Field field) {
        boolean column = name.contains(".");
        document.append(
                "| `%s` | %s | `%s` | %s | %s | %s |%n"
                        .formatted(
                                setting.name(),
                                said("settings." + setting.name()),
                                name,
                                said(key),
                                values(field.kind()),
                                column ? "" : shipped(field))
                        .replace(System.lineSeparator(), "\n"));
    }

    private String said(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static String values(Kind kind) {
        return switch (kind) {
            case Kind.Whole whole -> "%d to %d".formatted(whole.least(), whole.most());
            case Kind.Decimal decimal ->
                    "%s to %s, %d places"
                            .formatted(
                                    decimal.least().toPlainString(),
                                    decimal.most().toPlainString(),
                                    decimal.places());
            case Kind.YesNo yesNo -> "yes, no";
            case Kind.Choice choice -> String.join(", ", choice.codes());
            case Kind.Text text -> "text of at most %d characters".formatted(text.most());
            case Kind.Table table -> "at most %d rows".formatted(table.most());
        };
    }

    private static String shipped(Field field) {
        return switch (field.shipped()) {
            case List<?> rows -> rows.size() + " rows";
            case BigDecimal number -> number.toPlainString();
            case Boolean yes -> yes ? "yes" : "no";
            default -> field.shipped().toString().replace("|", "\\|").replace("\n", " ");
        };
    }
}

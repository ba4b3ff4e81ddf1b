package org.xiangmuzhang.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.ChangingSettings.Proposed;
import org.xiangmuzhang.settings.ChangingSettings.Standing;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a place goes by on a day as a file that can be handed in again: JSON, or CSV with a line for
 * every cell (setting, field, value, set by, version), where {@code steps.0.days} is a cell of a
 * table.
 *
 * @param region the place it was written for
 */
record SettingsFile(String region, List<SettingInFile> settings) {

    /**
     * One setting of it.
     *
     * @param setBy the place whose version held, or null: what was shipped; not read
     * @param version its number, or null; not read
     */
    record SettingInFile(
            String name,
            Map<String, Object> values,
            @Nullable String setBy,
            @Nullable Integer version) {

        Proposed proposed() {
            return new Proposed(name, setting -> setting.checked(values));
        }
    }

    private static final int LARGEST = 512 * 1024;
    private static final List<String> HEADER =
            List.of("setting", "field", "value", "set_by", "version");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static SettingsFile of(Region place, List<Standing> standings) {
        return new SettingsFile(
                place.code(),
                standings.stream()
                        .map(
                                it ->
                                        new SettingInFile(
                                                it.setting().name(),
                                                it.values().plain(),
                                                setBy(it),
                                                it.inForce() == null
                                                        ? null
                                                        : it.inForce().number()))
                        .toList());
    }

    private static @Nullable String setBy(Standing standing) {
        SettingVersion held = standing.inForce();
        return held == null ? null : held.region().code();
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    static String csv(List<Standing> standings) {
        StringWriter text = new StringWriter();
        CsvWriter csv =
                CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(HEADER);
        for (Standing standing : standings) {
            SettingVersion held = standing.inForce();
            Map<String, String> cells = new LinkedHashMap<>(standing.values().cells());
            for (Setting.Field field : standing.setting().fields()) {
                if (field.kind() instanceof Kind.Table
                        && standing.values().rows(field.name()).isEmpty()) {
                    cells.put(field.name(), "");
                }
            }
            cells.forEach(
                    (field, value) ->
                            csv.writeRecord(
                                    standing.setting().name(),
                                    field,
                                    value,
                                    held == null ? "" : held.region().code(),
                                    held == null ? "" : Integer.toString(held.number())));
        }
        return text.toString();
    }

    /** Reads either form; refuses with {@code setting-file-form} and the line. */
    static List<Proposed> read(byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.invalid("setting-file-too-large", "/file", LARGEST / 1024);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("setting-file-form", "/file", 1);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.stripLeading().startsWith("{") ? readJson(plain) : readCsv(plain);
    }

    private static List<Proposed> readJson(String text) {
        try {
            SettingsFile file = JSON.readValue(text, SettingsFile.class);
            if (Objects.isNull(file.settings())
                    || file.settings().stream().anyMatch(SettingsFile::isHalf)) {
                throw Refusal.invalid("setting-file-form", "/file", 1);
            }
            return file.settings().stream().map(SettingInFile::proposed).toList();
        } catch (JacksonException e) {
            throw Refusal.invalid(
                    "setting-file-form",
                    "/file",
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
    }

    /** Where JSON has null instead of something. */
    private static boolean isHalf(SettingInFile setting) {
        return Objects.isNull(setting)
                || Objects.isNull(setting.name())
                || Objects.isNull(setting.values());
    }

    static List<Proposed> readCsv(String text) {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        int line = 1;
        boolean headed = false;
        try {
            for (CsvRecord csv :
                    CsvReader.builder()
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .ofCsvRecord(text)) {
                line = Math.toIntExact(csv.getStartingLineNumber());
                List<String> fields = csv.getFields();
                if (headed ? fields.size() != HEADER.size() : !fields.equals(HEADER)) {
                    throw Refusal.invalid("setting-file-form", "/file", line);
                }
                if (headed
                        && settings.computeIfAbsent(fields.get(0), name -> new LinkedHashMap<>())
                                        .put(fields.get(1), fields.get(2))
                                != null) {
                    throw Refusal.invalid("setting-file-form", "/file", line);
                }
                headed = true;
            }
        } catch (CsvParseException e) {
            throw Refusal.invalid("setting-file-form", "/file", line + 1);
        }
        if (!headed) {
            throw Refusal.invalid("setting-file-form", "/file", line);
        }
        List<Proposed> proposed = new ArrayList<>();
        settings.forEach(
                (name, cells) ->
                        proposed.add(new Proposed(name, setting -> setting.readFile(cells))));
        return proposed;
    }
}

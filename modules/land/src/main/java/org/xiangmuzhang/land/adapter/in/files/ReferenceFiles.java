package org.xiangmuzhang.land.adapter.in.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.ReferenceTables;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads the four reference tables. What is wrong is told all at once, each fault as {@code
 * /file/line/column}.
 */
final class ReferenceFiles {

    static final String INDICATORS = "land_indicators.csv";
    static final String VALUES = "land_values.csv";
    static final String EVALUATIONS = "regional_evaluations.csv";
    static final String CONVERSIONS = "unit_conversions.csv";

    private final UnaryOperator<String> contents;
    private final Set<String> faults = new LinkedHashSet<>();
    private final MessageDigest digest = sha256();

    /**
     * @param contents the text of a file by its name
     */
    ReferenceFiles(UnaryOperator<String> contents) {
        this.contents = contents;
    }

    ReferenceTables read() {
        List<Indicator> indicators = rows(INDICATORS, "indicator_code", ReferenceFiles::indicator);
        List<PublishedValue> values = rows(VALUES, "value_id", ReferenceFiles::value);
        List<RegionalEvaluation> evaluations =
                rows(EVALUATIONS, "evaluation_code", ReferenceFiles::evaluation);
        List<UnitConversion> conversions = rows(CONVERSIONS, "meaning", ReferenceFiles::conversion);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(
                    "reference-tables-faulty",
                    List.copyOf(faults),
                    faults.size(),
                    String.join(", ", faults));
        }
        return new ReferenceTables(
                HexFormat.of().formatHex(digest.digest()),
                indicators,
                values,
                evaluations,
                conversions);
    }

    private <T> List<T> rows(String file, String key, Function<Row, T> reader) {
        String text = contents.apply(file);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        List<T> read = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord cells : lines) {
                Row row = new Row(file, cells, found);
                String unique = row.optional(key);
                if (unique != null && !keys.add(unique)) {
                    row.fault(key, unique);
                }
                read.add(reader.apply(row));
            }
        } catch (CsvParseException e) {
            found.add("/" + file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (read.isEmpty()) {
            found.add("/" + file);
        }
        faults.addAll(found);
        return read;
    }

    private static Indicator indicator(Row row) {
        return new Indicator(
                row.text("indicator_code"),
                row.text("group"),
                row.whole("seq"),
                row.text("name_zh"),
                row.text("name_en"),
                row.text("unit_zh"),
                row.text("unit_en"),
                row.one("rule", IndicatorRule.class),
                row.text("formula"),
                Set.copyOf(row.several("checked_when", CheckedWhen.class)),
                0);
    }

    private static PublishedValue value(Row row) {
        return new PublishedValue(
                row.text("value_id"),
                row.region("region_code"),
                row.text("place_zh"),
                row.text("indicator_or_measure"),
                row.optional("value_before"),
                row.text("value_after"),
                row.text("unit_or_text"),
                row.text("seed_id"));
    }

    private static RegionalEvaluation evaluation(Row row) {
        return new RegionalEvaluation(
                row.text("evaluation_code"),
                row.text("name_zh"),
                row.text("name_en"),
                row.list("substitutes_item_codes"),
                row.text("lead_dept"),
                row.text("basis"),
                row.text("effect"),
                row.whole("default_valid_years"));
    }

    private static UnitConversion conversion(Row row) {
        UnitConversion conversion =
                new UnitConversion(
                        row.text("from_unit"),
                        row.text("to_unit"),
                        row.decimal("factor"),
                        row.optional("meaning") instanceof String meaning ? meaning : "");
        return conversion.factor().signum() > 0 ? conversion : row.fault("factor", conversion);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

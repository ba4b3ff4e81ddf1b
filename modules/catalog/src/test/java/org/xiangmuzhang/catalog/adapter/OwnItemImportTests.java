package org.xiangmuzhang.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.application.ItemImportWork;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.domain.own.ItemImport.State;
import org.xiangmuzhang.catalog.events.OwnItemsPublished;
import org.xiangmuzhang.catalog.port.in.ExportingItems;
import org.xiangmuzhang.catalog.port.in.ExportingItems.Form;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.catalog.port.in.ImportingItems.ImportMatter;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files of items: read in the background, reported row by row, published as one by two people. */
@SpringBootTest(
        classes = CatalogApplication.class,
        properties = "spring.jackson.deserialization.fail-on-unknown-properties=true")
@AutoConfigureMockMvc
class OwnItemImportTests {

    private static final Actor FIRST = editor(7);
    private static final Actor SECOND = editor(8);

    private final ImportingItems importing;
    private final ExportingItems exporting;
    private final ItemImportWork work;
    private final org.xiangmuzhang.files.Files files;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    OwnItemImportTests(
            ImportingItems importing,
            ExportingItems exporting,
            ItemImportWork work,
            org.xiangmuzhang.files.Files files,
            Catalog catalog,
            JdbcClient jdbc,
            Clock clock) {
        this.importing = importing;
        this.exporting = exporting;
        this.work = work;
        this.files = files;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void takesCsvInUtf8AndGb18030AndXlsxAlike() throws Exception {
        List<List<String>> rows = list("A", 30);
        Map<String, byte[]> contents =
                Map.of(
                        "370403", csv(rows).getBytes(StandardCharsets.UTF_8),
                        "370404", ("\uFEFF" + csv(rows)).getBytes(StandardCharsets.UTF_8),
                        "370405", csv(rows).getBytes(Charset.forName("GB18030")),
                        "370406", xlsx(rows));
        for (Map.Entry<String, byte[]> one : contents.entrySet()) {
            Region place = new Region(one.getKey());
            ItemImport read =
                    imported(place, one.getValue(), place.code().equals("370406"), false, false);
            assertThat(read.state()).as(one.getKey()).isEqualTo(State.READY);
            assertThat(read.items()).isEqualTo(30);
            assertThat(catalog.item(place, "A00000000001")).isEmpty();

            CatalogApplication.EVENTS.clear();
            publish(read);

            assertThat(CatalogApplication.EVENTS)
                    .filteredOn(OwnItemsPublished.class::isInstance)
                    .singleElement()
                    .satisfies(
                            event -> assertThat(((OwnItemsPublished) event).items()).isEqualTo(30));
            Item item = catalog.item(place, "A00000000001").orElseThrow();
            assertThat(item.nameZh()).isEqualTo("事项一号，含“引号”");
            assertThat(item.materials()).hasSize(2);
        }
    }

    @Test
    void reportsEveryFaultByLineColumnAndRuleAndKeepsNothing() {
        Region place = new Region("370481");
        List<List<String>> rows = list("B", 4);
        rows.add(row("B00000000001", Map.of()));
        rows.add(row("B00000000009", Map.of("department", "NOBODY", "promised_days", "x")));
        rows.add(row("C".repeat(33), Map.of("level", "BUSINESS", "parent", "NOWHERE")));
        rows.add(material("D00000000001", "01", "无主材料"));
        rows.add(row("B00000000011", Map.of("before", "B00000000012")));
        rows.add(row("B00000000012", Map.of("before", "B00000000011")));
        rows.add(row("B00000000013", Map.of("before", "NO-SUCH")));

        ItemImport faulty =
                imported(place, csv(rows).getBytes(StandardCharsets.UTF_8), false, false, false);

        assertThat(faulty.state()).isEqualTo(State.FAULTY);
        List<String> report =
                importing.report(faulty.id(), 0, 100, FIRST).stream()
                        .filter(ImportFault::blocks)
                        .map(
                                one ->
                                        one.fault().line()
                                                + " "
                                                + one.fault().column()
                                                + " "
                                                + one.fault().rule())
                        .toList();
        assertThat(report)
                .contains(
                        "10 code duplicate-key",
                        "11 promised_days number-bounds",
                        "12 parent item-parent-unknown",
                        "13 code material-without-item",
                        "16 before precondition-unknown")
                .anyMatch(line -> line.endsWith("before mutual-preconditions"));
        assertThat(importing.report(faulty.id(), 0, 100, FIRST))
                .anySatisfy(
                        one ->
                                assertThat(one.fault().arguments().toString())
                                        .containsAnyOf(
                                                "B00000000011 → B00000000012 → B00000000011",
                                                "B00000000012 → B00000000011 → B00000000012"));
        assertThat(importing.report(faulty.id(), 0, 2, FIRST)).hasSize(2);
        assertThat(staged(faulty)).isZero();
        assertThat(catalog.item(place, "B00000000001")).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> importing.review(faulty.id(), WorkingDays.today(clock), "试", FIRST))
                .matches(refusal -> refusal.rule().equals("import-not-ready"));
    }

    @Test
    void aDryRunIsCheckedAndLeavesNothing() {
        Region place = new Region("370404");
        ItemImport checked = imported(place, utf8(list("DRY", 3)), false, true, false);

        assertThat(checked.state()).isEqualTo(State.CHECKED);
        assertThat(checked.items()).isEqualTo(3);
        assertThat(staged(checked)).isZero();
        assertThat(catalog.item(place, "DRY000000001")).isEmpty();
    }

    @Test
    void aWholeListGivesNewVersionsToWhatChangedAndWithdrawsWhatIsMissing() {
        Region place = new Region("370402");
        List<List<String>> rows = list("W", 6);
        publish(imported(place, utf8(rows), false, false, true));
        Item kept = catalog.item(place, "W00000000001").orElseThrow();
        Item changed = catalog.item(place, "W00000000002").orElseThrow();
        List<List<String>> next = new ArrayList<>(list("W", 5));
        next.set(2, row("W00000000002", Map.of("promised_days", "1")));
        next.remove(3);

        ItemImport second = imported(place, utf8(next), false, false, true);
        assertThat(second.unchanged()).isEqualTo(4);
        assertThat(second.items()).isEqualTo(1);
        assertThat(second.withdrawn()).isEqualTo(1);
        publish(second);

        assertThat(catalog.item(place, "W00000000001")).contains(kept);
        assertThat(catalog.item(place, "W00000000002").orElseThrow().version())
                .isNotEqualTo(changed.version());
        assertThat(catalog.itemInVersion(place, "W00000000002", changed.version()))
                .contains(changed);
        assertThat(catalog.item(place, "W00000000006")).isEmpty();
    }

    @Test
    void goesOnBehindTheLastBatchAfterANodeHasDied() {
        Region place = new Region("350203");
        CatalogApplication.down = true;
        ItemImport begun;
        try {
            begun = begin(place, utf8(list("N", 1_200)), false, false, false);
            work.work(begun, 1);
        } finally {
            CatalogApplication.down = false;
        }
        ItemImport half = importing.at(begun.id(), FIRST).state();
        assertThat(half.state()).isEqualTo(State.READING);
        assertThat(half.items()).isEqualTo(500);
        assertThat(half.lines()).isEqualTo(1_001);

        work.run();

        ItemImport ready = importing.at(begun.id(), FIRST).state();
        assertThat(ready.state()).isEqualTo(State.READY);
        assertThat(ready.items()).isEqualTo(1_200);
        assertThat(staged(ready)).isEqualTo(1_200);
        importing.abort(ready.id(), FIRST);
        assertThat(staged(ready)).isZero();
        assertThat(importing.at(begun.id(), FIRST).state().state()).isEqualTo(State.ABORTED);
    }

    @Test
    void exportsWithoutFormulasWhatCanBeImportedAgain() throws Exception {
        Region place = new Region("350205");
        List<List<String>> rows = list("X", 3);
        rows.add(row("X00000000009", Map.of("name_zh", "=HYPERLINK(\"http://x\")")));
        publish(imported(place, utf8(rows), false, false, false));
        for (Form form : Form.values()) {
            byte[] exported;
            try (InputStream content = exporting.open(place, form)) {
                exported = content.readAllBytes();
            }
            if (form == Form.CSV) {
                String text = new String(exported, StandardCharsets.UTF_8);
                assertThat(text).contains("'=HYPERLINK").doesNotContain(",=").doesNotContain("\"=");
            }
            ItemImport again = imported(place, exported, form == Form.XLSX, false, true);
            assertThat(again.state()).isEqualTo(State.READY);
            assertThat(again.unchanged()).isEqualTo(4);
            assertThat(again.items() + again.withdrawn()).isZero();
            importing.abort(again.id(), FIRST);
        }
        assertThat(catalog.item(place, "X00000000009").orElseThrow().nameZh())
                .isEqualTo("=HYPERLINK(\"http://x\")");
    }

    @Test
    void isNotPublishedOverWhatCameMeanwhile() {
        Region place = new Region("350206");
        ItemImport late = imported(place, utf8(list("L", 2)), false, false, false);
        SettingVersion waiting = importing.review(late.id(), WorkingDays.today(clock), "试", FIRST);
        publish(imported(place, utf8(list("M", 2)), false, false, false));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                importing.decide(
                                        late.id(),
                                        waiting.number(),
                                        SettingVersion.State.APPROVED,
                                        "同意",
                                        SECOND))
                .matches(refusal -> refusal.rule().equals("catalog-changed-meanwhile"));
        assertThat(catalog.item(place, "L00000000001")).isEmpty();
        assertThat(importing.at(late.id(), FIRST).proposal()).isNotNull();
    }

    @Test
    void doesNotBeginBehindWhatBeginsMeanwhileNorOverWhatMovedAbove() {
        Region place = new Region("350902");
        LocalDate today = WorkingDays.today(clock);
        ItemImport first = imported(place, utf8(list("N", 2)), false, false, false);
        int number = importing.review(first.id(), today.plusDays(10), "试", FIRST).number();
        importing.decide(first.id(), number, SettingVersion.State.APPROVED, "同意", SECOND);
        ItemImport second = imported(place, utf8(list("P", 2)), false, false, false);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> importing.review(second.id(), today.plusDays(10), "试", FIRST))
                .matches(refusal -> refusal.rule().equals("import-after-others"));
        assertThat(importing.review(second.id(), today.plusDays(9), "试", FIRST).from())
                .isEqualTo(today.plusDays(9));

        Region city = new Region("350900");
        publish(imported(city, utf8(list("C", 1)), false, false, false));
        ItemImport below =
                imported(
                        place,
                        utf8(List.of(row("B00000000001", Map.of("before", "C00000000001/LEGAL")))),
                        false,
                        false,
                        false);
        publish(
                imported(
                        city,
                        utf8(List.of(row("C00000000001", Map.of("name_zh", "改名")))),
                        false,
                        false,
                        false));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> importing.review(below.id(), today, "试", FIRST))
                .matches(refusal -> refusal.rule().equals("catalog-changed-meanwhile"));
    }

    @Test
    void refusesWhatIsNoListAndSheetsThatUnpackToMuch() throws Exception {
        Region place = new Region("350211");
        assertThat(
                        rules(
                                imported(
                                        place,
                                        "乱".getBytes(StandardCharsets.UTF_16LE),
                                        false,
                                        false,
                                        false)))
                .containsAnyOf("encoding-unknown", "column-missing");
        assertThat(
                        rules(
                                imported(
                                        place,
                                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                                        false,
                                        false,
                                        false)))
                .containsExactly("column-missing");
        assertThat(
                        rules(
                                imported(
                                        place,
                                        (csv(list("Q", 1)) + "\"open\n")
                                                .getBytes(StandardCharsets.UTF_8),
                                        false,
                                        false,
                                        false)))
                .isNotEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                imported(
                                        place,
                                        sheetOf("0".repeat(400 * 1024 * 1024 / 8)),
                                        true,
                                        false,
                                        false))
                .matches(refusal -> refusal.rule().equals("file-unpacks-too-large"));
        StringBuilder digits = new StringBuilder();
        Random random = new Random(1);
        while (digits.length() < 33 * 1024 * 1024) {
            digits.append(random.nextInt(10));
        }
        assertThat(rules(imported(place, sheetOf(digits.toString()), true, false, false)))
                .containsExactly("sheet-too-large");
        assertThat(rules(imported(place, xlsxWithNumber(), true, false, false)))
                .contains("code-as-number");
    }

    @Test
    void aSheetThatIsMadeToHarmIsRefusedWhateverItsPartsAreCalledAndLeavesNothing()
            throws IOException {
        StringBuilder many = new StringBuilder();
        Random random = new Random(2);
        while (many.length() < 33 * 1024 * 1024) {
            many.append(random.nextLong(Long.MAX_VALUE)).append("</s:t></s:si><s:si><s:t>");
        }
        byte[] texts = sheetOf(many.toString());
        byte[] oneText =
                edited(
                        (name, content) ->
                                name.endsWith("sheet1.xml")
                                        ? replaced(content, "<v>0</v>", "0".repeat(1024 * 1024))
                                        : content);
        byte[] wide =
                edited(
                        (name, content) ->
                                name.endsWith("sharedStrings.xml")
                                        ? shared("字", StandardCharsets.UTF_16)
                                        : content);
        byte[] noSheet =
                edited(
                        (name, content) ->
                                name.endsWith("workbook.xml")
                                        ? replaced(content, "<sheet .*?/>", "")
                                        : content);
        byte[] dates =
                edited(
                        (name, content) ->
                                name.endsWith("sheet1.xml")
                                        ? replaced(content, " t=\"s\"", " t=\"d\"")
                                        : content);
        byte[] noNumber =
                edited(
                        (name, content) ->
                                name.endsWith("sheet1.xml")
                                        ? replaced(content, "<v>0</v>", "<v>first</v>")
                                        : content);
        long before = copies();

        assertThat(refused(texts)).containsExactly("sheet-too-large");
        assertThat(refused(oneText)).containsExactly("sheet-too-large");
        for (byte[] unreadable : List.of(wide, noSheet, dates, noNumber)) {
            assertThat(refused(unreadable)).containsExactly("sheet-form");
        }
        assertThat(copies()).isEqualTo(before);
    }

    private List<String> refused(byte[] sheet) {
        return rules(imported(new Region("370405"), sheet, true, false, false));
    }

    private static long copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("items")).count();
        }
    }

    private List<String> rules(ItemImport it) {
        assertThat(it.state()).isEqualTo(State.FAULTY);
        return importing.report(it.id(), 0, 100, FIRST).stream()
                .map(one -> one.fault().rule())
                .toList();
    }

    private static Actor editor(long person) {
        return new Actor(
                new UUID(0, person), Role.CATALOG_EDITOR, new Region("000000"), null, null);
    }

    private long staged(ItemImport it) {
        return jdbc.sql("select count(*) from catalog.own_item where publication = ?")
                .param(it.publication())
                .query(Long.class)
                .single();
    }

    private ItemImport begin(
            Region place, byte[] content, boolean sheet, boolean dryRun, boolean whole) {
        UUID file =
                files.store(
                                place,
                                FIRST,
                                sheet ? "清单.xlsx" : "清单.csv",
                                new ByteArrayInputStream(content))
                        .id();
        return importing.begin(place, file, dryRun, whole, FIRST);
    }

    private ItemImport imported(
            Region place, byte[] content, boolean sheet, boolean dryRun, boolean whole) {
        return importing.at(begin(place, content, sheet, dryRun, whole).id(), FIRST).state();
    }

    private void publish(ItemImport it) {
        importing.review(it.id(), WorkingDays.today(clock), "试", FIRST);
        ImportMatter waiting = importing.at(it.id(), SECOND);
        int number = waiting.proposal() == null ? 0 : waiting.proposal().number();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                importing.decide(
                                        it.id(),
                                        number,
                                        SettingVersion.State.APPROVED,
                                        "同意",
                                        FIRST))
                .matches(refusal -> refusal.rule().equals("setting-second-person"));
        importing.decide(it.id(), number, SettingVersion.State.APPROVED, "同意", SECOND);
        assertThat(importing.at(it.id(), FIRST).state().state()).isEqualTo(State.PUBLISHED);
    }

    /** So many items with two materials each. */
    private static List<List<String>> list(String start, int items) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= items; i++) {
            String code =
                    start + "0".repeat(12 - start.length() - Integer.toString(i).length()) + i;
            rows.add(row(code, i == 1 ? Map.of("name_zh", "事项一号，含“引号”") : Map.of()));
            rows.add(material(code, "02", "身份证明"));
        }
        return rows;
    }

    private static List<String> row(String code, Map<String, String> other) {
        return ItemColumns.header().stream()
                .map(
                        column ->
                                other.containsKey(column)
                                        ? other.get(column)
                                        : switch (column) {
                                            case "code" -> code;
                                            case "level" -> "MAIN";
                                            case "name_zh" -> "事项" + code;
                                            case "stage" ->
                                                    other.containsKey("parent")
                                                            ? ""
                                                            : "CROSS_STAGE";
                                            case "kind" ->
                                                    other.containsKey("parent") ? "" : "PERMIT";
                                            case "basis" ->
                                                    other.containsKey("parent") ? "" : "《办法》";
                                            case "department" -> "NR";
                                            case "promised_days" -> "5";
                                            case "promised_unit" -> "WD";
                                            case "commitment",
                                                    "deficiency_tolerant",
                                                    "simulatable",
                                                    "material_deferrable",
                                                    "material_reusable" ->
                                                    "no";
                                            case "result" -> "决定书";
                                            case "material_number" -> "01";
                                            case "material_name_zh" -> "申请书";
                                            case "material_form" -> "ORIGINAL";
                                            case "material_source" -> "APPLICANT";
                                            case "material_required" -> "yes";
                                            default -> "";
                                        })
                .toList();
    }

    private static List<String> material(String code, String number, String name) {
        return ItemColumns.header().stream()
                .map(
                        column ->
                                switch (column) {
                                    case "code" -> code;
                                    case "material_number" -> number;
                                    case "material_name_zh" -> name;
                                    case "material_form" -> "COPY";
                                    case "material_source" -> "APPLICANT";
                                    case "material_required" -> "yes";
                                    case "material_deferrable", "material_reusable" -> "no";
                                    default -> "";
                                })
                .toList();
    }

    private static byte[] utf8(List<List<String>> rows) {
        return csv(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", ItemColumns.header())).append('\n');
        rows.forEach(
                row ->
                        text.append(
                                        String.join(
                                                ",",
                                                row.stream()
                                                        .map(
                                                                cell ->
                                                                        '"'
                                                                                + cell.replace(
                                                                                        "\"",
                                                                                        "\"\"")
                                                                                + '"')
                                                        .toList()))
                                .append('\n'));
        return text.toString();
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "office", "1.0")) {
            Worksheet sheet = book.newWorksheet("清单");
            List<List<String>> all = new ArrayList<>(List.of(ItemColumns.header()));
            all.addAll(rows);
            for (int i = 0; i < all.size(); i++) {
                for (int j = 0; j < all.get(i).size(); j++) {
                    String cell = all.get(i).get(j);
                    if (cell.matches("\\d{1,3}")) {
                        sheet.value(i, j, Integer.parseInt(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.value(i, j, cell);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] xlsxWithNumber() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "office", "1.0")) {
            Worksheet sheet = book.newWorksheet("清单");
            List<String> header = ItemColumns.header();
            List<String> row = row("0", Map.of());
            for (int j = 0; j < header.size(); j++) {
                sheet.value(0, j, header.get(j));
                sheet.value(1, j, row.get(j));
            }
            sheet.value(1, 0, 1.2345678901234567e30);
        }
        return bytes.toByteArray();
    }

    /** A sheet whose shared texts are these. */
    private static byte[] sheetOf(String text) throws IOException {
        return edited(
                (name, content) ->
                        name.endsWith("sharedStrings.xml")
                                ? shared(text, StandardCharsets.UTF_8)
                                : content);
    }

    private static byte[] shared(String text, Charset charset) {
        return ("<?xml version=\"1.0\"?><s:sst xmlns:s=\"http://schemas.openxmlformats.org/"
                        + "spreadsheetml/2006/main\"><s:si><s:t>"
                        + text
                        + "</s:t></s:si></s:sst>")
                .getBytes(charset);
    }

    /** A sheet whose parts are changed by their names; one that becomes empty is left out. */
    private static byte[] edited(BiFunction<String, byte[], byte[]> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path real = Files.createTempFile("real", ".xlsx");
        try {
            Files.write(real, xlsx(list("S", 1)));
            try (ZipFile from = new ZipFile(real.toFile());
                    ZipOutputStream to = new ZipOutputStream(bytes)) {
                for (ZipEntry entry : Collections.list(from.entries())) {
                    byte[] content = from.getInputStream(entry).readAllBytes();
                    String name = entry.getName().replace("sharedStrings", "sharedTexts");
                    to.putNextEntry(new ZipEntry(name));
                    to.write(change.apply(entry.getName(), renamed(content)));
                    to.closeEntry();
                }
            }
        } finally {
            Files.delete(real);
        }
        return bytes.toByteArray();
    }

    /** The library finds the texts by what they are. */
    private static byte[] renamed(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replace("sharedStrings.xml", "sharedTexts.xml")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] content, String what, String by) {
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).containsPattern(what);
        return text.replaceFirst(what, by).getBytes(StandardCharsets.UTF_8);
    }
}

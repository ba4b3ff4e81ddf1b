package org.xiangmuzhang.benchmarks;

import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Imports lists of 3,667 and of 50,000 items into two places over HTTP, as CSV and again as XLSX,
 * with a heap that the larger one would not fit into, and prints how long each step takes.
 */
public final class CatalogImportCommand {

    private static final String HEAP = "-Xmx256m";
    static final String HEADER =
            "code,level,parent,name_zh,name_en,stage,kind,basis,department,statutory_days,"
                    + "statutory_unit,promised_days,promised_unit,procedures,commitment,"
                    + "deficiency_tolerant,simulatable,result,applies_when,before,valid_until,"
                    + "exclusion,exclusion_clause,"
                    + "material_number,material_name_zh,material_name_en,material_form,"
                    + "material_source,material_required,material_deferrable,"
                    + "material_produced_by,material_reusable,material_basis,"
                    + "material_committable,material_template,material_sample\n";
    private static final String IMPORTS = "/api/catalog/own-item-imports";
    private static final int LOOKED_UP = 500;

    private final RunningPlatform platform;
    private final Caller first;
    private final Caller second;
    private final String today;

    private CatalogImportCommand(RunningPlatform platform) {
        this.platform = platform;
        first = platform.as("catalog-editor", "000000");
        second = platform.login("catalog-editor");
        today = first.get("/api/practice-clock").get("today").asString();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of("modules/benchmarks/target/catalog").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.setProperty("xiangmuzhang.root", folder.toString());
        try (Server server = Server.start();
                RunningPlatform platform = RunningPlatform.start(server, folder, HEAP)) {
            CatalogImportCommand command = new CatalogImportCommand(platform);
            System.out.printf("| step (%s) | 3,667 items | 50,000 items |%n", HEAP);
            System.out.println("| --- | ---: | ---: |");
            List<String[]> small = command.measure("140524", 3_667);
            List<String[]> large = command.measure("350200", 50_000);
            for (int i = 0; i < small.size(); i++) {
                System.out.printf(
                        "| %s | %s | %s |%n", small.get(i)[0], small.get(i)[1], large.get(i)[1]);
            }
        }
    }

    private List<String[]> measure(String place, int items) {
        List<String[]> steps = new ArrayList<>();
        byte[] csv = csv(items);
        steps.add(step("size of the file, MiB", csv.length / 1024.0 / 1024));
        read(steps, "CSV", place, "list.csv", "text/csv", csv, items, true);
        look(steps, place, items);
        byte[] sheet = exported(steps, "XLSX", place);
        exported(steps, "CSV", place);
        read(
                steps,
                "XLSX",
                place,
                "list.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                sheet,
                0,
                false);
        steps.add(step("most resident memory of the application so far, MiB", platform.memory()));
        return steps;
    }

    private void read(
            List<String[]> steps,
            String form,
            String place,
            String name,
            String type,
            byte[] content,
            int news,
            boolean publish) {
        long began = System.nanoTime();
        String file = first.upload(name, type, content);
        steps.add(step(form + ": uploaded, s", seconds(began)));
        String path = read(first, place, file, news);
        steps.add(step(form + ": uploaded, read and checked, s", seconds(began)));
        if (publish) {
            long agreed = agree(first, second, path, today);
            steps.add(step("published by one step, s", seconds(agreed)));
            steps.add(step("whole import with both people, s", seconds(began)));
        } else {
            first.post(path + "/end", Map.of());
        }
    }

    /** Has a file read and checked and gives the import's address. */
    private static String read(Caller first, String place, String file, int news) {
        JsonNode begun = first.post(IMPORTS, Map.of("file", file, "region", place, "whole", true));
        String path = IMPORTS + "/" + begun.get("id").asString();
        JsonNode now = first.get(path);
        while (!List.of("READY", "FAULTY").contains(now.get("state").asString())) {
            RunningPlatform.pause(100);
            now = first.get(path);
        }
        if (!now.get("state").asString().equals("READY") || now.get("items").asInt() != news) {
            throw new IllegalStateException(now + " " + first.get(path + "/faults?limit=5"));
        }
        return path;
    }

    /** Has an import published; gives the moment in which the second one agreed. */
    private static long agree(Caller first, Caller second, String path, String today) {
        first.post(path + "/review", Map.of("from", today, "reason", "试"));
        long agreed = System.nanoTime();
        second.post(path + "/review/decision", Map.of("outcome", "APPROVED", "reason", "同意"));
        return agreed;
    }

    /** Imports a list and has it published. */
    static void publish(Caller first, Caller second, String place, byte[] csv, int items) {
        String today = first.get("/api/practice-clock").get("today").asString();
        String file = first.upload("list.csv", "text/csv", csv);
        agree(first, second, read(first, place, file, items), today);
    }

    private void look(List<String[]> steps, String place, int items) {
        double[] took = new double[LOOKED_UP];
        double[] pages = new double[LOOKED_UP];
        for (int i = 0; i < LOOKED_UP; i++) {
            int at = ThreadLocalRandom.current().nextInt(items);
            long began = System.nanoTime();
            first.get("/api/catalog/items/" + code(at, items / 20, items / 5) + "?region=" + place);
            took[i] = seconds(began) * 1000;
            began = System.nanoTime();
            first.get("/api/catalog/own-items?limit=50&region=" + place);
            pages[i] = seconds(began) * 1000;
        }
        Arrays.sort(took);
        Arrays.sort(pages);
        steps.add(step("one item over HTTP, median, ms", took[LOOKED_UP / 2]));
        steps.add(step("one item over HTTP, 99th percentile, ms", took[LOOKED_UP * 99 / 100]));
        steps.add(step("a page of fifty over HTTP, median, ms", pages[LOOKED_UP / 2]));
        steps.add(
                step(
                        "a page of fifty over HTTP, 99th percentile, ms",
                        pages[LOOKED_UP * 99 / 100]));
    }

    private byte[] exported(List<String[]> steps, String form, String place) {
        long began = System.nanoTime();
        byte[] exported =
                first.download(IMPORTS + "/export?form=%s&region=%s".formatted(form, place));
        steps.add(step("export as " + form + ", s", seconds(began)));
        return exported;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String[] step(String name, double value) {
        return new String[] {name, "%.2f".formatted(value)};
    }

    /** A twentieth are main items, a fifth sub-items, the others business items below these. */
    private static byte[] csv(int items) {
        StringBuilder text = new StringBuilder(HEADER);
        int mains = items / 20;
        int subs = items / 5;
        for (int i = 0; i < items; i++) {
            boolean main = i < mains;
            boolean sub = !main && i < mains + subs;
            String parent = main ? "" : code(sub ? i % mains : mains + i % subs, mains, subs);
            String own = main ? "CROSS_STAGE,PERMIT,《城市管理条例》第十二条第一款" : ",,";
            String before = i % 10 == 9 && i > mains + subs ? code(i - 1, mains, subs) : "";
            text.append(code(i, mains, subs))
                    .append(main ? ",MAIN," : sub ? ",SUB," : ",BUSINESS,")
                    .append(parent)
                    .append(",事项名称第")
                    .append(i)
                    .append("号（新办）,,")
                    .append(own)
                    .append(",NR,20,WD,")
                    .append(1 + i % 20)
                    .append(",WD,,no,yes,no,准予许可决定书,,")
                    .append(before)
                    .append(",,NONE,,01,申请表,,ELECTRONIC,APPLICANT,yes,no,,no,《城市管理条例》第十三条,,,\n");
            if (i % 2 == 0) {
                text.append(code(i, mains, subs))
                        .append(",".repeat(23))
                        .append("02,身份证明,,COPY,GOVERNMENT_ECERT,yes,yes,,yes,,,,\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String code(int item, int mains, int subs) {
        int length = item < mains ? 12 : item < mains + subs ? 31 : 33;
        return "%%0%dd".formatted(length).formatted(item);
    }
}

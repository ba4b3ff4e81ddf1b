package org.xiangmuzhang.benchmarks;

import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Imports a list of 50,000 items with names as lists have them, and looks for words, two
 * characters, pinyin, initials and codes over HTTP, one after another.
 */
public final class CatalogSearchCommand {

    private static final String PLACE = "350200";
    private static final int ITEMS = 50_000;
    private static final int MAINS = ITEMS / 20;
    private static final int SUBS = ITEMS / 5;
    private static final int ASKED = 1_000;
    private static final int WARM = 200;

    /** What items are about, with how it sounds. */
    private static final List<String[]> FIELDS =
            words(
                    "建设工程 jian she gong cheng,食品经营 shi pin jing ying,道路运输 dao lu yun shu,"
                            + "医疗机构 yi liao ji gou,排水 pai shui,户外广告 hu wai guang gao,"
                            + "民办学校 min ban xue xiao,危险化学品 wei xian hua xue pin,取水 qu shui,"
                            + "林木采伐 lin mu cai fa,特种设备 te zhong she bei,人力资源 ren li zi yuan,"
                            + "娱乐场所 yu le chang suo,药品零售 yao pin ling shou,出版物 chu ban wu,"
                            + "文物保护 wen wu bao hu,水产养殖 shui chan yang zhi,公路 gong lu,"
                            + "港口 gang kou,城市绿化 cheng shi lv hua,消防 xiao fang,燃气 ran qi,"
                            + "供热 gong re,殡葬 bin zang,旅行社 lv xing she,保安服务 bao an fu wu,"
                            + "测绘 ce hui,气象 qi xiang,银行卡清算 yin hang ka qing suan,"
                            + "不动产 bu dong chan");

    private static final List<String[]> OBJECTS =
            words(
                    "项目 xiang mu,企业 qi ye,场所 chang suo,设施 she shi,单位 dan wei,人员 ren yuan,"
                            + "设备 she bei,活动 huo dong,车辆 che liang,合同 he tong,方案 fang an,"
                            + "资质 zi zhi,占用 zhan yong");

    private static final List<String[]> ACTIONS =
            words(
                    "审批 shen pi,许可 xu ke,许可证核发 xu ke zheng he fa,备案 bei an,核准 he zhun,"
                            + "登记 deng ji,变更许可 bian geng xu ke,延续 yan xu,注销 zhu xiao,"
                            + "补办 bu ban,年度检验 nian du jian yan,竣工验收 jun gong yan shou");

    private static final List<String[]> CASES =
            words(
                    "新办 xin ban,扩建 kuo jian,分支机构 fen zhi ji gou,首次 shou ci,外商投资 wai shang tou zi,"
                            + "中央下放 zhong yang xia fang,个人 ge ren,法人 fa ren,线性工程 xian xing gong cheng,"
                            + "临时 lin shi,跨区域 kua qu yu");

    private final Random random = new Random(7);
    private final Caller caller;

    private CatalogSearchCommand(Caller caller) {
        this.caller = caller;
    }

    private static List<String[]> words(String text) {
        return List.of(text.split(",")).stream().map(word -> word.split(" ")).toList();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of("modules/benchmarks/target/search").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        System.setProperty("xiangmuzhang.root", folder.toString());
        try (Server server = Server.start();
                RunningPlatform platform = RunningPlatform.start(server, folder, "-Xmx256m")) {
            Caller first = platform.as("catalog-editor", "000000");
            long began = System.nanoTime();
            CatalogImportCommand.publish(
                    first, platform.login("catalog-editor"), PLACE, csv(), ITEMS);
            System.out.printf("imported in %.1f s%n", (System.nanoTime() - began) / 1e9);
            new CatalogSearchCommand(first).measure();
        }
    }

    private void measure() {
        System.out.println(
                "| search over 50,000 items | found, median | median, ms | 99th percentile, ms |");
        System.out.println("| --- | ---: | ---: | ---: |");
        print("part of a name", () -> part(3 + random.nextInt(5)));
        print("two characters", () -> part(2));
        print("two words", () -> one(FIELDS)[0] + " " + one(ACTIONS)[0]);
        print("a word that thousands have", () -> one(ACTIONS)[0]);
        print("one character", () -> part(1));
        print("pinyin", () -> sound(one(FIELDS)) + sound(one(OBJECTS)));
        print("pinyin of a common word", () -> sound(one(ACTIONS)));
        print("initials", () -> initials(one(FIELDS)) + initials(one(OBJECTS)));
        print("two initials", () -> initials(one(ACTIONS)).substring(0, 2));
        print("code", () -> code(random.nextInt(ITEMS)));
        print("beginning of a code", () -> code(random.nextInt(ITEMS)).substring(0, 29));
        print("nothing that is there", () -> "没有这样的" + part(2));
        print("nothing typed: the first page", () -> "");
    }

    private void print(String what, Supplier<String> typed) {
        for (int i = 0; i < WARM; i++) {
            look("", typed.get());
        }
        double[] took = new double[ASKED];
        double[] found = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            String word = typed.get();
            long began = System.nanoTime();
            JsonNode page = look("", word);
            took[i] = (System.nanoTime() - began) / 1e6;
            found[i] = page.get("items").size();
        }
        Percentiles times = Percentiles.of(DoubleStream.of(took));
        System.out.printf(
                "| %s | %.0f | %.1f | %.1f |%n",
                what, Percentiles.of(DoubleStream.of(found)).median(), times.median(), times.p99());
        double[] counted = new double[WARM];
        for (int i = 0; i < WARM; i++) {
            String word = typed.get();
            long began = System.nanoTime();
            look("/facets", word);
            counted[i] = (System.nanoTime() - began) / 1e6;
        }
        Percentiles counts = Percentiles.of(DoubleStream.of(counted));
        System.out.printf(
                "| … counted by every aspect | | %.1f | %.1f |%n", counts.median(), counts.p99());
    }

    private JsonNode look(String facets, String typed) {
        return caller.get(
                "/api/catalog/search"
                        + facets
                        + "?"
                        + (facets.isEmpty() ? "limit=20&" : "")
                        + "region="
                        + PLACE
                        + "&q="
                        + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private String[] one(List<String[]> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String part(int length) {
        String name = name(random.nextInt(ITEMS)).replaceAll("[（）]", "");
        int from = random.nextInt(name.length() - length + 1);
        return name.substring(from, from + length);
    }

    private static String sound(String[] word) {
        return String.join("", List.of(word).subList(1, word.length));
    }

    private static String initials(String[] word) {
        StringBuilder initials = new StringBuilder();
        List.of(word).subList(1, word.length).forEach(one -> initials.append(one.charAt(0)));
        return initials.toString();
    }

    /** A name as lists have them; some items have the same one. */
    private static String name(int item) {
        Random of = new Random(item);
        return FIELDS.get(of.nextInt(FIELDS.size()))[0]
                + OBJECTS.get(of.nextInt(OBJECTS.size()))[0]
                + ACTIONS.get(of.nextInt(ACTIONS.size()))[0]
                + "（"
                + CASES.get(of.nextInt(CASES.size()))[0]
                + "）";
    }

    private static byte[] csv() {
        StringBuilder text = new StringBuilder(CatalogImportCommand.HEADER);
        for (int i = 0; i < ITEMS; i++) {
            boolean main = i < MAINS;
            boolean sub = !main && i < MAINS + SUBS;
            text.append(code(i))
                    .append(main ? ",MAIN," : sub ? ",SUB," : ",BUSINESS,")
                    .append(main ? "" : code(sub ? i % MAINS : MAINS + i % SUBS))
                    .append(',')
                    .append(name(i))
                    .append(",,")
                    .append(main ? "CROSS_STAGE,PERMIT,《城市管理条例》第十二条" : ",,")
                    .append(i % 3 == 0 ? ",NR" : i % 3 == 1 ? ",HURD" : ",EE")
                    .append(",20,WD,")
                    .append(1 + i % 20)
                    .append(",WD,,no,yes,no,准予许可决定书,,,,")
                    .append("01,申请表,,ELECTRONIC,APPLICANT,yes,no,,no,\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String code(int item) {
        return CatalogImportCommand.code(item, MAINS, SUBS);
    }
}

package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up projects, tasks and happenings. */
final class SampleContent {

    private SampleContent() {}

    record Project(
            String name,
            String code,
            String owner,
            String stage,
            int done,
            int all,
            String next,
            String holder,
            String due,
            int days,
            Light light,
            String steward) {}

    record Stage(String name, String state, String note) {}

    record Happening(
            String day, String time, String what, String who, @Nullable String why, String kind) {}

    record Task(
            String number,
            String item,
            String project,
            String received,
            String statutory,
            String promised,
            int days,
            Light light,
            String state) {}

    record Material(String name, String form, String size, String checked) {}

    static final List<Project> PROJECTS =
            List.of(
                    new Project(
                            "三桥 50 兆瓦农光互补光伏电站",
                            "2611-331024-04-01-418203",
                            "仙居晴川新能源有限公司",
                            "立项用地规划许可",
                            6,
                            19,
                            "水土保持方案审批",
                            "县水利局",
                            "2026-11-24",
                            1,
                            Light.YELLOW,
                            "陈静怡"),
                    new Project(
                            "环城南路改建工程（永安大道至省耕西路）",
                            "2609-331024-04-01-275116",
                            "仙居县城市建设投资集团有限公司",
                            "工程建设许可",
                            11,
                            24,
                            "建设工程规划许可证（模拟）",
                            "县自然资源和规划局",
                            "2026-11-20",
                            -2,
                            Light.RED,
                            "陈静怡"),
                    new Project(
                            "年产 120 万套汽车轻量化零部件项目",
                            "2610-331024-07-02-663941",
                            "浙江恒锐精密制造股份有限公司",
                            "施工许可",
                            15,
                            17,
                            "建筑工程施工许可证",
                            "县住房和城乡建设局",
                            "2026-11-30",
                            5,
                            Light.GREEN,
                            "吴志远"),
                    new Project(
                            "永安溪流域防洪能力提升工程",
                            "2608-331024-76-01-902457",
                            "仙居县水利建设投资有限公司",
                            "立项用地规划许可",
                            4,
                            21,
                            "初步设计审批",
                            "县发展和改革局",
                            "2026-11-23",
                            0,
                            Light.ORANGE,
                            "陈静怡"),
                    new Project(
                            "生物医药产业园二期标准厂房",
                            "2607-331024-27-02-118860",
                            "仙居经济开发区发展有限公司",
                            "竣工验收",
                            22,
                            23,
                            "联合验收",
                            "县住房和城乡建设局",
                            "2026-12-08",
                            11,
                            Light.GREEN,
                            "吴志远"),
                    new Project(
                            "人民医院城南院区",
                            "2611-331024-84-01-550032",
                            "仙居县人民医院",
                            "立项用地规划许可",
                            2,
                            26,
                            "用地预审与选址意见书",
                            "县自然资源和规划局",
                            "2026-12-02",
                            7,
                            Light.GREEN,
                            "陈静怡"));

    static final List<Stage> STAGES =
            List.of(
                    new Stage("立项用地规划许可", "DONE", "6/6"),
                    new Stage("工程建设许可", "CURRENT", "3/5"),
                    new Stage("施工许可", "TODO", "0/4"),
                    new Stage("竣工验收", "TODO", "0/2"),
                    new Stage("并行推进", "APART", "1/2"));

    static final List<Task> TASKS =
            List.of(
                    new Task(
                            "NR-2026-00118",
                            "建设工程规划许可证核发",
                            "环城南路改建工程（永安大道至省耕西路）",
                            "2026-11-09",
                            "2026-12-07",
                            "2026-11-20",
                            -2,
                            Light.RED,
                            "RUNNING"),
                    new Task(
                            "NR-2026-00124",
                            "用地预审与选址意见书",
                            "永安溪流域防洪能力提升工程",
                            "2026-11-12",
                            "2026-12-10",
                            "2026-11-23",
                            0,
                            Light.ORANGE,
                            "RUNNING"),
                    new Task(
                            "NR-2026-00127",
                            "建设用地规划许可证核发",
                            "三桥 50 兆瓦农光互补光伏电站",
                            "2026-11-16",
                            "2026-12-14",
                            "2026-11-24",
                            1,
                            Light.YELLOW,
                            "SIMULATED"),
                    new Task(
                            "NR-2026-00131",
                            "用地预审与选址意见书",
                            "人民医院城南院区",
                            "2026-11-19",
                            "2026-12-17",
                            "2026-12-02",
                            7,
                            Light.GREEN,
                            "PAUSED"),
                    new Task(
                            "NR-2026-00133",
                            "建设工程规划类条件核实",
                            "生物医药产业园二期标准厂房",
                            "2026-11-20",
                            "2026-12-18",
                            "2026-12-08",
                            11,
                            Light.GREEN,
                            "RUNNING"));

    static final List<Material> MATERIALS =
            List.of(
                    new Material("建设工程规划许可证申请表", "电子件", "214 KB", "已核验"),
                    new Material("建设工程设计方案（总平面图）", "电子件", "18.6 MB", "已核验"),
                    new Material("使用土地的有关证明文件", "电子证照", "—", "共享获取"),
                    new Material("施工图设计文件技术审查意见", "电子件", "3.1 MB", "容缺，2026-12-04 前补齐"));

    static Map<String, String> instants() {
        Map<String, String> instants = new LinkedHashMap<>();
        for (Happening one : HAPPENINGS.reversed()) {
            instants.put(one.day() + "T" + one.time() + ":00+08:00", one.day() + " " + one.time());
        }
        return instants;
    }

    static List<Happening> happenings(@Nullable String asOf) {
        if (asOf == null || asOf.isEmpty()) {
            return HAPPENINGS;
        }
        return HAPPENINGS.stream()
                .filter(one -> (one.day() + "T" + one.time()).compareTo(asOf) <= 0)
                .toList();
    }

    private static final List<Happening> HAPPENINGS =
            List.of(
                    new Happening(
                            "2026-11-20",
                            "17:30",
                            "建设工程规划许可证（模拟）超过承诺时限",
                            "监督 · 红灯",
                            "承诺 9 个工作日，至 2026-11-20；日历版本 2026-1",
                            "trouble"),
                    new Happening(
                            "2026-11-18", "10:12", "消防设计审查受理", "县住房和城乡建设局 · 林晓", null, "plain"),
                    new Happening(
                            "2026-11-13",
                            "16:41",
                            "可行性研究报告、初步设计合并批复",
                            "县发展和改革局 · 周国平",
                            "三项审批合并为一次正式决定，业主与设计单位承诺，免于评审",
                            "key"),
                    new Happening(
                            "2026-11-09",
                            "09:05",
                            "建设工程规划许可证转入模拟审批",
                            "县自然资源和规划局 · 何敏",
                            "土地尚未划拨，模拟意见待转正",
                            "plain"),
                    new Happening(
                            "2026-10-28",
                            "14:20",
                            "环评登记表在平台外办结",
                            "项目长 · 陈静怡 登记",
                            "备案号 202633102400000183，2026-11-16 核验",
                            "elsewhere"),
                    new Happening(
                            "2026-10-12",
                            "11:00",
                            "绘制审批方案，目标 2027-02-26",
                            "项目长 · 陈静怡",
                            "关键路径 61 个工作日，机动 4 个工作日",
                            "key"),
                    new Happening(
                            "2026-09-28",
                            "15:32",
                            "签订帮代办委托书",
                            "仙居县城市建设投资集团有限公司 · 陈静怡",
                            null,
                            "key"),
                    new Happening("2026-09-24", "09:48", "项目登记赋码", "综合窗口 · 李倩", null, "plain"));

    private static final String ONE = "立项用地规划许可";
    private static final String TWO = "工程建设许可";
    private static final String THREE = "施工许可";
    private static final String FOUR = "竣工验收";
    private static final String APART = "并行推进";

    private static final Gantt.State DONE = Gantt.State.DONE;
    private static final Gantt.State RUNNING = Gantt.State.RUNNING;
    private static final Gantt.State PLANNED = Gantt.State.PLANNED;
    private static final Gantt.State SIMULATED = Gantt.State.SIMULATED;

    static Gantt plan() {
        return new Gantt(
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-09-21"),
                LocalDate.parse("2027-03-12"),
                LocalDate.parse("2027-02-26"),
                List.of(),
                List.of(
                        row(
                                "PROJECT-CODE",
                                "项目赋码",
                                ONE,
                                "发改局",
                                "09-24 09-24 09-24",
                                "09-24 09-24",
                                DONE,
                                true,
                                0,
                                null),
                        row(
                                "PROJECT-PLANNING",
                                "项目策划生成",
                                ONE,
                                "资规局",
                                "09-25 10-13 10-13",
                                "09-25 10-12",
                                DONE,
                                true,
                                0,
                                null,
                                "PROJECT-CODE"),
                        row(
                                "SITE-PREEXAM",
                                "用地预审与选址意见书",
                                ONE,
                                "资规局",
                                "10-14 10-27 10-27",
                                "10-13 10-26",
                                DONE,
                                true,
                                0,
                                null,
                                "PROJECT-PLANNING"),
                        row(
                                "EIA-REGISTER",
                                "环境影响登记表备案",
                                ONE,
                                "生态环境局",
                                "10-14 10-28 12-11",
                                "10-28 10-28",
                                Gantt.State.ELSEWHERE,
                                false,
                                32,
                                null),
                        row(
                                "REGIONAL-SEISMIC",
                                "地震安全性评价",
                                ONE,
                                "应急局",
                                "10-14 11-03 12-11",
                                null,
                                Gantt.State.REPLACED,
                                false,
                                28,
                                null),
                        row(
                                "GOV-FEASIBILITY",
                                "可行性研究报告、初步设计合并审批",
                                ONE,
                                "发改局",
                                "10-28 11-12 11-13",
                                "10-28 11-13",
                                DONE,
                                true,
                                1,
                                null,
                                "SITE-PREEXAM"),
                        row(
                                "LAND-PERMIT",
                                "建设用地规划许可证",
                                TWO,
                                "资规局",
                                "11-13 11-24 12-04",
                                "11-16 -",
                                SIMULATED,
                                false,
                                8,
                                Light.YELLOW),
                        row(
                                "PLANNING-PERMIT",
                                "建设工程规划许可证",
                                TWO,
                                "资规局",
                                "11-09 11-20 11-20",
                                "11-09 -",
                                SIMULATED,
                                true,
                                0,
                                Light.RED,
                                "GOV-FEASIBILITY"),
                        row(
                                "SOIL-WATER",
                                "生产建设项目水土保持方案审批",
                                TWO,
                                "水利局",
                                "11-13 11-27 12-18",
                                "11-16 -",
                                Gantt.State.PAUSED,
                                false,
                                15,
                                Light.GREEN),
                        row(
                                "FIRE-DESIGN",
                                "消防设计审查",
                                TWO,
                                "住建局",
                                "11-18 12-08 12-15",
                                "11-18 -",
                                RUNNING,
                                false,
                                5,
                                Light.GREEN),
                        row(
                                "CAD-REVIEW",
                                "施工图设计文件审查",
                                TWO,
                                "住建局",
                                "11-23 12-18 12-18",
                                null,
                                PLANNED,
                                true,
                                0,
                                null,
                                "PLANNING-PERMIT"),
                        row(
                                "BIDDING",
                                "施工招标备案",
                                THREE,
                                "住建局",
                                "12-21 01-08 01-12",
                                null,
                                PLANNED,
                                true,
                                2,
                                null,
                                "CAD-REVIEW"),
                        row(
                                "QUALITY-SAFETY",
                                "工程质量安全监督手续",
                                THREE,
                                "住建局",
                                "12-21 12-25 01-14",
                                null,
                                PLANNED,
                                false,
                                13,
                                null),
                        row(
                                "CONSTRUCTION-PERMIT",
                                "建筑工程施工许可证",
                                THREE,
                                "住建局",
                                "01-11 01-18 01-20",
                                null,
                                PLANNED,
                                true,
                                2,
                                null,
                                "BIDDING"),
                        row(
                                "ROAD-OCCUPY",
                                "占用、挖掘城市道路审批",
                                THREE,
                                "执法局",
                                "01-11 01-22 02-03",
                                null,
                                PLANNED,
                                false,
                                8,
                                null),
                        row(
                                "JOINT-ACCEPTANCE",
                                "联合验收",
                                FOUR,
                                "住建局",
                                "02-01 02-24 02-26",
                                null,
                                PLANNED,
                                true,
                                2,
                                null,
                                "CONSTRUCTION-PERMIT"),
                        row(
                                "ARCHIVE",
                                "城建档案验收",
                                FOUR,
                                "住建局",
                                "02-08 02-19 02-26",
                                null,
                                PLANNED,
                                false,
                                5,
                                null),
                        row(
                                "WATER-SUPPLY",
                                "供水报装",
                                APART,
                                "自来水公司",
                                "12-01 12-04 02-10",
                                null,
                                PLANNED,
                                false,
                                46,
                                null),
                        row(
                                "POWER-SUPPLY",
                                "用电报装",
                                APART,
                                "供电公司",
                                "11-16 11-30 02-10",
                                "11-16 -",
                                RUNNING,
                                false,
                                51,
                                Light.GREEN)));
    }

    private static Gantt.Row row(
            String code,
            String name,
            String stage,
            String department,
            String planned,
            @Nullable String actual,
            Gantt.State state,
            boolean critical,
            int slack,
            @Nullable Light light,
            String... after) {
        String[] plan = planned.split(" ");
        String[] real = actual == null ? new String[] {"-", "-"} : actual.split(" ");
        return new Gantt.Row(
                code,
                name,
                stage,
                department,
                date(plan[0]),
                date(plan[1]),
                date(plan[0]),
                date(plan[2]),
                real[0].equals("-") ? null : date(real[0]),
                real[1].equals("-") ? null : date(real[1]),
                critical,
                slack,
                state,
                light,
                List.of(after));
    }

    private static LocalDate date(String monthAndDay) {
        return LocalDate.parse((monthAndDay.compareTo("07") < 0 ? "2027-" : "2026-") + monthAndDay);
    }
}

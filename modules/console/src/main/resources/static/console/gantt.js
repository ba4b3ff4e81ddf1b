/*
 * Draws a schedule in every <figure data-gantt>, from the JSON in its <script type="application/json">
 * or from the address in data-url. Words come from data-words, separated by "|": today, target,
 * planned, latest finish, actual, slack, working days, critical path, and the seven states in the
 * order below.
 *
 * {
 *   "today": "2026-11-22", "from": "2026-10-01", "to": "2027-03-31",   first and last day shown
 *   "target": "2027-02-26",                                            or null
 *   "offDays": ["2026-10-01"],          days off; none: Saturdays and Sundays are shaded
 *   "rows": [{
 *     "code": "SITE-PREEXAM", "name": "用地预审与选址", "stage": "立项用地规划许可", "department": "自然资源局",
 *     "earliestStart": "2026-11-02", "earliestFinish": "2026-11-13",   days, both included
 *     "latestStart": "2026-11-05", "latestFinish": "2026-11-18",
 *     "actualStart": "2026-11-03", "actualFinish": null,               null: not yet
 *     "critical": true, "slack": 3,                                    working days
 *     "state": "PLANNED|RUNNING|PAUSED|SIMULATED|DONE|ELSEWHERE|REPLACED",
 *     "light": "GREEN|YELLOW|ORANGE|RED",                              or null
 *     "after": ["PROJECT-CODE"]                                        what it waits for; may be absent
 *   }]
 * }
 *
 * Rows of one stage stand together: a heading is drawn where the stage changes.
 */
(function () {
    "use strict";

    const STATES = ["PLANNED", "RUNNING", "PAUSED", "SIMULATED", "DONE", "ELSEWHERE", "REPLACED"];
    const DAY = 86400000;
    const language = document.documentElement.lang || "zh-CN";
    const monthYear = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
    const monthOnly = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });

    function day(iso) {
        return Date.parse(iso + "T00:00:00Z") / DAY;
    }

    function date(number) {
        return new Date(number * DAY);
    }

    function short(iso) {
        return iso.slice(5);
    }

    function palette() {
        const style = getComputedStyle(document.documentElement);
        return function (name) {
            return style.getPropertyValue("--" + name).trim();
        };
    }

    /* Stage headings between the rows. */
    function lines(rows) {
        const result = [];
        let stage = null;
        rows.forEach(function (row) {
            if (row.stage !== stage) {
                stage = row.stage;
                const all = rows.filter(function (other) {
                    return other.stage === stage;
                });
                result.push({ heading: stage, count: all.length });
            }
            result.push({ row: row });
        });
        return result;
    }

    function rect(x, y, width, height, style, radius) {
        return {
            type: "rect",
            shape: { x: x, y: y, width: Math.max(width, 1), height: height, r: radius || 0 },
            style: style,
        };
    }

    function line(x1, y1, x2, y2, style) {
        return { type: "line", shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: style };
    }

    function text(x, y, content, style) {
        return { type: "text", x: x, y: y, style: Object.assign({ text: content, verticalAlign: "middle" }, style) };
    }

    function hatch(x, y, width, height, colour) {
        const strokes = [];
        for (let at = x - height; at < x + width; at += 5) {
            strokes.push(line(at, y + height, at + height, y, { stroke: colour, lineWidth: 1.4 }));
        }
        return {
            type: "group",
            clipPath: { type: "rect", shape: { x: x, y: y, width: width, height: height } },
            children: strokes,
        };
    }

    function lightMark(light, x, y, colour) {
        const half = 4.5;
        switch (light) {
            case "RED":
                return rect(x - half, y - half, half * 2, half * 2, { fill: colour("red-fill") }, 1);
            case "ORANGE":
                return polygon([[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]], colour("orange-fill"));
            case "YELLOW":
                return polygon([[x, y - 5.5], [x + 5.5, y + 4.5], [x - 5.5, y + 4.5]], colour("yellow-fill"));
            case "GREEN":
                return { type: "circle", shape: { cx: x, cy: y, r: half }, style: { fill: colour("green") } };
            default:
                return { type: "group", children: [] };
        }
    }

    function polygon(points, fill) {
        return { type: "polygon", shape: { points: points }, style: { fill: fill } };
    }

    function chart(figure, plan) {
        const colour = palette();
        const words = (figure.dataset.words || "").split("|");
        const font = getComputedStyle(document.body).fontFamily;
        const all = lines(plan.rows);
        const from = day(plan.from);
        const to = day(plan.to) + 1;
        const today = day(plan.today);
        const off = new Set(plan.offDays || []);
        const indexOf = new Map();
        all.forEach(function (entry, index) {
            if (entry.row) {
                indexOf.set(entry.row.code, index);
            }
        });
        const drawn = window.echarts.init(figure, null, { renderer: "canvas" });
        let narrow = false;
        let labels = 0;
        let height = 0;
        const head = 46;

        function measure() {
            const width = figure.clientWidth;
            narrow = width < 620;
            labels = narrow ? 12 : Math.min(340, Math.max(200, width * 0.29));
            height = narrow ? 42 : 28;
        }

        function isOff(number) {
            if (off.size > 0) {
                return off.has(date(number).toISOString().slice(0, 10));
            }
            const weekday = date(number).getUTCDay();
            return weekday === 0 || weekday === 6;
        }

        /* Whether the flag of today or of the target hangs over this day. */
        function covered(at, scale) {
            return [today + 0.5, plan.target ? day(plan.target) + 1 : null].some(function (mark) {
                if (mark === null) {
                    return false;
                }
                const left = (to - mark) * scale < 90;
                return at > mark - (left ? 84 : 14) / scale && at < mark + (left ? 4 : 80) / scale;
            });
        }

        function ground(params) {
            const area = params.coordSys;
            const scale = area.width / (to - from);
            const bottom = area.y + all.length * height;
            const children = [];
            const faint = colour("ink-faint");
            function x(number) {
                return area.x + (number - from) * scale;
            }
            if (scale >= 2.2) {
                for (let at = from; at < to; at++) {
                    if (isOff(at)) {
                        children.push(rect(x(at), area.y, scale, bottom - area.y, { fill: colour("off-day") }));
                    }
                }
            }
            for (let at = from; at < to; at++) {
                const when = date(at);
                const first = when.getUTCDate() === 1;
                if (first || at === from) {
                    const next = Date.UTC(when.getUTCFullYear(), when.getUTCMonth() + 1, 1) / DAY;
                    const room = (Math.min(next, to) - at) * scale;
                    children.push(line(x(at), 4, x(at), bottom, { stroke: colour("line"), lineWidth: 1 }));
                    const full = room > 78;
                    if (room > 26) {
                        children.push(
                            text(x(at) + 5, 14, (full ? monthYear : monthOnly).format(when), {
                                fill: colour("ink-soft"), font: "600 12px " + font,
                            }));
                    }
                }
                const everyDay = scale >= 17;
                const monday = when.getUTCDay() === 1;
                if ((everyDay || (monday && scale * 7 >= 20)) && !covered(at, scale)) {
                    children.push(
                        text(x(at) + scale / 2, 33, String(when.getUTCDate()), {
                            fill: faint, font: "11px " + font, align: "center",
                        }));
                    if (monday) {
                        children.push(line(x(at), head, x(at), bottom, { stroke: colour("line"), lineWidth: 0.5 }));
                    }
                }
            }
            children.push(line(0, head, area.x + area.width, head, { stroke: colour("line-strong"), lineWidth: 1 }));
            return { type: "group", children: children, silent: true };
        }

        /* Over the bars: links of the critical path, the lines of today and of the target. */
        function above(params) {
            const area = params.coordSys;
            const scale = area.width / (to - from);
            const bottom = area.y + all.length * height;
            const children = [];
            function x(number) {
                return area.x + (number - from) * scale;
            }
            function middle(index) {
                return area.y + index * height + (narrow ? 30 : height / 2);
            }
            plan.rows.forEach(function (row) {
                (row.after || []).forEach(function (code) {
                    const before = plan.rows[plan.rows.findIndex(function (other) {
                        return other.code === code;
                    })];
                    if (!before || !before.critical || !row.critical) {
                        return;
                    }
                    const x1 = x(day(before.earliestFinish) + 1);
                    const x2 = x(day(row.earliestStart));
                    const y1 = middle(indexOf.get(code));
                    const y2 = middle(indexOf.get(row.code));
                    const bend = Math.max(x1 + 4, Math.min(x2 - 4, x1 + 6));
                    const tip = y2 + (y1 < y2 ? -7 : 7);
                    const points = x2 - x1 >= 8
                        ? [[x1, y1], [bend, y1], [bend, y2], [x2, y2]]
                        : [[x1, y1], [x1 + 4, y1], [x1 + 4, tip]];
                    children.push({
                        type: "polyline",
                        shape: { points: points },
                        style: { stroke: colour("teal-deep"), lineWidth: 1, fill: "none", opacity: 0.7 },
                    });
                });
            });
            function mark(number, stroke, dash, label, iso) {
                if (number < from || number > to) {
                    return;
                }
                children.push(line(x(number), head - 2, x(number), bottom, { stroke: stroke, lineWidth: 1.5, lineDash: dash }));
                const left = x(number) > area.x + area.width - 90;
                children.push(
                    text(x(number) + (left ? 1 : -1), head - 9, label + " " + short(iso), {
                        fill: colour("surface"), backgroundColor: stroke, padding: [2, 5], borderRadius: 2,
                        font: "600 11px " + font, align: left ? "right" : "left",
                    }));
            }
            if (plan.target) {
                mark(day(plan.target) + 1, colour("ink-soft"), [5, 4], words[1], plan.target);
            }
            mark(today + 0.5, colour("warm"), null, words[0], plan.today);
            if (narrow) {
                all.forEach(function (entry, index) {
                    if (entry.row) {
                        children.push.apply(children, names(entry.row, area.x + area.width, area.y + index * height + 12));
                    }
                });
            }
            return { type: "group", children: children, silent: true };
        }

        /* The plan above, what really happened as a slimmer strip below it. */
        function bars(row, x, top) {
            const children = [];
            const start = x(day(row.earliestStart));
            const finish = x(day(row.earliestFinish) + 1);
            const late = day(row.latestFinish) + 1;
            const wide = Math.max(finish - start, 2);
            const thick = row.actualStart ? 9 : 12;
            const middle = top + thick / 2;
            const over = row.state === "DONE" || row.state === "ELSEWHERE" || row.state === "REPLACED";
            let end = finish;
            if (!over && x(late) > finish + 2) {
                const whisker = { stroke: colour("teal-mid"), lineWidth: 1.5 };
                children.push(line(finish, middle, x(late), middle, Object.assign({ lineDash: [2, 2] }, whisker)));
                children.push(line(x(late), middle - 4, x(late), middle + 4, whisker));
                end = x(late);
            }
            if (row.state === "SIMULATED") {
                children.push(rect(start, top, wide, thick, { fill: colour("surface") }));
                children.push(hatch(start, top, wide, thick, row.critical ? colour("teal") : colour("teal-mid")));
                children.push(rect(start, top, wide, thick, { fill: "none", stroke: colour("teal-deep"), lineDash: [4, 2], lineWidth: row.critical ? 1.5 : 1 }));
            } else if (row.state === "REPLACED") {
                children.push(rect(start, top, wide, thick, { fill: colour("surface"), stroke: colour("line-strong"), lineWidth: 1 }, 1));
                children.push(line(start, middle, start + wide, middle, { stroke: colour("line-strong"), lineWidth: 1 }));
            } else if (row.state === "ELSEWHERE") {
                children.push(rect(start, top, wide, thick, { fill: colour("green-wash"), stroke: colour("green"), lineDash: [4, 2], lineWidth: 1 }));
            } else {
                children.push(rect(start, top, wide, thick, { fill: row.critical ? colour("teal-deep") : colour("teal-pale") }, 1));
            }
            if (row.actualStart) {
                const begun = day(row.actualStart);
                const last = row.actualFinish ? day(row.actualFinish) + 1 : Math.max(today + 0.5, begun + 0.5);
                const edge = Math.min(last, late);
                if (edge > begun) {
                    children.push(rect(x(begun), top + thick + 1, x(edge) - x(begun), 5, { fill: colour("warm-bright") }));
                }
                if (last > late) {
                    const from = Math.max(late, begun);
                    children.push(rect(x(from), top + thick + 1, x(last) - x(from), 5, { fill: colour("red-fill") }));
                }
                if (row.state === "PAUSED") {
                    children.push(rect(x(last) + 3, top + thick - 2, 2.5, 9, { fill: colour("warm") }));
                    children.push(rect(x(last) + 7.5, top + thick - 2, 2.5, 9, { fill: colour("warm") }));
                }
                end = Math.max(end, x(last));
            }
            if (row.state === "DONE" || row.state === "ELSEWHERE") {
                const at = top + 7;
                children.push({
                    type: "polyline",
                    shape: { points: [[end + 5, at], [end + 8, at + 3.5], [end + 14, at - 4]] },
                    style: { stroke: colour("green"), lineWidth: 2, fill: "none" },
                });
                end += 14;
            }
            return { children: children, end: end };
        }

        /* Light, name and department: left of the chart, or on a narrow screen above the bars. */
        function names(row, full, y) {
            const ground = narrow ? { backgroundColor: colour("surface"), padding: [1, 4, 1, 0] } : {};
            const indent = narrow && !row.light ? 12 : 28;
            return [
                text(indent, y, row.name, Object.assign({
                    fill: row.state === "REPLACED" ? colour("ink-faint") : colour("ink"),
                    font: (row.critical ? "650" : "400") + " 13px " + font,
                    width: narrow ? full * 0.66 : labels * 0.66 - 16, overflow: "truncate", ellipsis: "…",
                }, narrow ? { width: undefined, overflow: "none" } : {}, ground)),
                text(narrow ? full - 4 : labels - 12, y, row.department, Object.assign({
                    fill: colour("ink-faint"), font: "11px " + font, align: "right",
                    width: labels * 0.28, overflow: "truncate", ellipsis: "…",
                }, narrow ? { width: undefined, overflow: "none" } : {}, ground)),
                lightMark(row.light, 17, y, colour),
            ];
        }

        function rowOf(params, api) {
            const area = params.coordSys;
            const index = api.value(0);
            const entry = all[index];
            const y = area.y + index * height;
            const scale = area.width / (to - from);
            function x(number) {
                return area.x + (number - from) * scale;
            }
            const full = area.x + area.width;
            if (entry.heading) {
                return {
                    type: "group",
                    silent: true,
                    children: [
                        rect(0, y, full, height, { fill: colour("surface-sunk") }),
                        line(0, y + height - 0.5, full, y + height - 0.5, { stroke: colour("line"), lineWidth: 1 }),
                        text(12, y + height / 2, entry.heading, { fill: colour("teal-deep"), font: "650 12px " + font }),
                        text(labels - 12, y + height / 2, narrow ? "" : String(entry.count), {
                            fill: colour("ink-faint"), font: "12px " + font, align: "right",
                        }),
                    ],
                };
            }
            const row = entry.row;
            const top = y + (narrow ? 22 : row.actualStart ? 7 : 8);
            const label = y + height / 2;
            const drawnBars = bars(row, x, top);
            const children = [
                Object.assign(rect(0, y, full, height, { fill: "rgba(0,0,0,0)" }), {
                    emphasis: { style: { fill: colour("teal-wash"), opacity: 0.55 } },
                }),
                line(0, y + height - 0.5, full, y + height - 0.5, { stroke: colour("line"), lineWidth: 0.5 }),
            ].concat(narrow ? [] : names(row, full, label), drawnBars.children);
            const ended = row.actualFinish || row.earliestFinish;
            if (!narrow && drawnBars.end + 44 < full) {
                children.push(
                    text(drawnBars.end + 6, y + height / 2, short(ended), { fill: colour("ink-faint"), font: "11px " + font }));
            }
            return { type: "group", children: children };
        }

        function safe(content) {
            return String(content).replace(/[{}|]/g, " ");
        }

        function tooltip(params) {
            const entry = all[params.data[0]];
            if (!entry || !entry.row) {
                return "";
            }
            const row = entry.row;
            const rows = [
                safe(row.name) + "　" + safe(row.code),
                safe(row.department) + " · " + words[8 + STATES.indexOf(row.state)] + (row.critical ? " · " + words[7] : ""),
                words[2] + "　" + row.earliestStart + " – " + row.earliestFinish,
                words[3] + "　" + row.latestFinish + "　" + words[5] + " " + row.slack + " " + words[6],
            ];
            if (row.actualStart) {
                rows.push(words[4] + "　" + row.actualStart + " – " + (row.actualFinish || "…"));
            }
            return rows.join("\n");
        }

        function draw() {
            measure();
            const tall = head + all.length * height + 6;
            figure.style.height = tall + "px";
            drawn.resize();
            const data = all.map(function (entry, index) {
                return [index, 0];
            });
            drawn.setOption({
                animation: false,
                textStyle: { fontFamily: font },
                grid: { left: labels, right: 12, top: head, bottom: 6 },
                xAxis: { type: "value", min: from, max: to, show: false },
                yAxis: { type: "value", min: 0, max: all.length, inverse: true, show: false },
                tooltip: {
                    trigger: "item", renderMode: "richText", confine: true, formatter: tooltip,
                    backgroundColor: colour("surface"), borderColor: colour("line-strong"), borderWidth: 1, padding: [10, 12],
                    textStyle: {
                        color: colour("ink-soft"), fontSize: 12, lineHeight: 20, fontFamily: font,
                    },
                },
                series: [
                    { type: "custom", renderItem: ground, data: [[from, 0]], silent: true, z: 1, tooltip: { show: false } },
                    { type: "custom", renderItem: rowOf, data: data, z: 2 },
                    { type: "custom", renderItem: above, data: [[from, 0]], silent: true, z: 3, tooltip: { show: false } },
                ],
            }, true);
        }

        draw();
        let width = figure.clientWidth;
        new ResizeObserver(function () {
            if (figure.clientWidth !== width) {
                width = figure.clientWidth;
                draw();
            }
        }).observe(figure);
        if (document.fonts && document.fonts.ready) {
            document.fonts.ready.then(draw);
        }
    }

    function show(figure, plan) {
        if (plan.rows.length === 0) {
            return;
        }
        figure.hidden = false;
        const whole = figure.parentElement;
        const legend = whole.querySelector(".gantt__legend");
        const table = whole.querySelector("details[data-fold]");
        if (legend) {
            legend.hidden = false;
        }
        if (table) {
            table.open = false;
        }
        chart(figure, plan);
    }

    function start(figure) {
        if (figure.dataset.gantt === "ready" || !window.echarts) {
            return;
        }
        figure.dataset.gantt = "ready";
        const inside = figure.querySelector('script[type="application/json"]');
        if (inside) {
            const plan = JSON.parse(inside.textContent);
            show(figure, plan);
        } else if (figure.dataset.url) {
            window.fetch(figure.dataset.url, { headers: { Accept: "application/json" } })
                .then(function (answer) {
                    return answer.ok ? answer.json() : Promise.reject(answer.status);
                })
                .then(function (plan) {
                    show(figure, plan);
                })
                .catch(function () {
                    figure.hidden = true;
                });
        }
    }

    function startAll(root) {
        root.querySelectorAll("figure[data-gantt]").forEach(start);
    }

    startAll(document);
    document.addEventListener("htmx:load", function (event) {
        startAll(event.detail.elt);
    });
})();

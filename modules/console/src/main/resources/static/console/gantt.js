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
        const head = 44;

        function measure() {
            const width = figure.clientWidth;
            narrow = width < 620;
            labels = narrow ? 12 : Math.min(300, Math.max(190, width * 0.26));
            height = narrow ? 42 : 28;
        }

        function isOff(number) {
            if (off.size > 0) {
                return off.has(date(number).toISOString().slice(0, 10));
            }
            const weekday = date(number).getUTCDay();
            return weekday === 0 || weekday === 6;
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
                if (everyDay || (monday && scale * 7 >= 20)) {
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
            return { type: "group", children: children, silent: true };
        }

        function bars(row, x, top, thick) {
            const children = [];
            const start = x(day(row.earliestStart));
            const finish = x(day(row.earliestFinish) + 1);
            const latest = x(day(row.latestFinish) + 1);
            const wide = Math.max(finish - start, 2);
            const middle = top + thick / 2;
            const main = row.critical ? colour("teal-deep") : colour("teal-pale");
            if (latest > finish + 2 && row.state !== "DONE" && row.state !== "ELSEWHERE" && row.state !== "REPLACED") {
                children.push(line(finish, middle, latest, middle, { stroke: colour("teal-mid"), lineWidth: 1.5, lineDash: [2, 2] }));
                children.push(line(latest, middle - 4, latest, middle + 4, { stroke: colour("teal-mid"), lineWidth: 1.5 }));
            }
            if (row.state === "SIMULATED") {
                children.push(rect(start, top, wide, thick, { fill: colour("surface") }, 1));
                children.push(hatch(start, top, wide, thick, row.critical ? colour("teal-mid") : colour("teal-pale")));
                children.push(rect(start, top, wide, thick, { fill: "none", stroke: colour("teal"), lineDash: [4, 3], lineWidth: 1 }, 1));
            } else if (row.state === "REPLACED") {
                children.push(rect(start, top, wide, thick, { fill: "none", stroke: colour("line-strong"), lineWidth: 1 }, 1));
                children.push(line(start, middle, start + wide, middle, { stroke: colour("line-strong"), lineWidth: 1 }));
            } else if (row.state === "ELSEWHERE") {
                children.push(rect(start, top, wide, thick, { fill: colour("green-wash"), stroke: colour("green"), lineDash: [4, 3], lineWidth: 1 }, 1));
            } else {
                children.push(rect(start, top, wide, thick, { fill: main }, 2));
            }
            let end = Math.max(finish, latest);
            if (row.actualStart) {
                const begun = x(day(row.actualStart));
                const last = row.actualFinish ? day(row.actualFinish) + 1 : Math.max(today + 0.5, day(row.actualStart) + 0.5);
                const late = day(row.latestFinish) + 1;
                const slim = Math.round(thick * 0.4);
                const upper = middle - slim / 2;
                const edge = x(Math.min(last, late));
                if (edge > begun) {
                    children.push(rect(begun, upper, edge - begun, slim, { fill: colour("warm-bright"), stroke: colour("surface"), lineWidth: 1 }));
                }
                if (last > late) {
                    const over = Math.max(x(late), begun);
                    children.push(rect(over, upper, x(last) - over, slim, { fill: colour("red-fill"), stroke: colour("surface"), lineWidth: 1 }));
                }
                if (row.state === "PAUSED") {
                    children.push(rect(x(last) + 4, middle - 5, 2.5, 10, { fill: colour("warm") }));
                    children.push(rect(x(last) + 8.5, middle - 5, 2.5, 10, { fill: colour("warm") }));
                }
                end = Math.max(row.actualFinish ? finish : end, x(last) + (row.state === "PAUSED" ? 11 : 0));
            }
            if (row.state === "DONE" || row.state === "ELSEWHERE") {
                end = Math.max(finish, row.actualFinish ? x(day(row.actualFinish) + 1) : finish);
                children.push({
                    type: "polyline",
                    shape: { points: [[end + 5, middle], [end + 8, middle + 3.5], [end + 14, middle - 4]] },
                    style: { stroke: colour("green"), lineWidth: 2, fill: "none" },
                });
                end += 14;
            }
            return { children: children, end: end };
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
            const thick = narrow ? 12 : 14;
            const top = narrow ? y + 24 : y + (height - thick) / 2;
            const label = narrow ? y + 12 : y + height / 2;
            const marked = row.light ? 16 : 0;
            const drawnBars = bars(row, x, top, thick);
            const children = [
                Object.assign(rect(0, y, full, height, { fill: "rgba(0,0,0,0)" }), {
                    emphasis: { style: { fill: colour("teal-wash"), opacity: 0.55 } },
                }),
                line(0, y + height - 0.5, full, y + height - 0.5, { stroke: colour("line"), lineWidth: 0.5 }),
                text(12 + (narrow ? marked : 16), label, row.name, {
                    fill: row.state === "REPLACED" ? colour("ink-faint") : colour("ink"),
                    font: (row.critical ? "650" : "400") + " 13px " + font,
                    width: (narrow ? full * 0.62 : labels * 0.64) - 16, overflow: "truncate", ellipsis: "…",
                }),
                text(narrow ? full - 4 : labels - 12, label, row.department, {
                    fill: colour("ink-faint"), font: "11px " + font, align: "right",
                    width: narrow ? full * 0.3 : labels * 0.28, overflow: "truncate", ellipsis: "…",
                }),
                lightMark(row.light, 17, label, colour),
            ].concat(drawnBars.children);
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
                "{name|" + safe(row.name) + "}  {code|" + safe(row.code) + "}",
                safe(row.department) + "  ·  " + words[8 + STATES.indexOf(row.state)] + (row.critical ? "  ·  " + words[7] : ""),
                "{key|" + words[2] + "}" + row.earliestStart + " – " + row.earliestFinish,
                "{key|" + words[3] + "}" + row.latestFinish + "   " + words[5] + " " + row.slack + " " + words[6],
            ];
            if (row.actualStart) {
                rows.push("{key|" + words[4] + "}" + row.actualStart + " – " + (row.actualFinish || ""));
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
                        rich: {
                            name: { fontWeight: 650, fontSize: 13, color: colour("ink"), lineHeight: 22 },
                            code: { fontSize: 11, color: colour("ink-faint") },
                            key: { color: colour("ink-faint"), width: 64 },
                        },
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

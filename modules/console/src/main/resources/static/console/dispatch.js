/*
 * A meeting that is run by keys: s, t and c choose what is done with the line, Ctrl and Enter write it
 * down, n and p go to the next and the one before, x to the end of the meeting. Without this script
 * the same is done with Tab, the arrow keys and Enter.
 */
(function () {
    "use strict";

    const ways = { s: "SETTLE", t: "TICKET", c: "CARRY" };
    const minute = document.querySelector("[data-dispatch] [data-minute]");

    function choose(way) {
        const choice = minute ? minute.querySelector('input[value="' + way + '"]') : null;
        if (choice) {
            choice.checked = true;
            minute.querySelector("textarea").focus();
        }
        return choice !== null;
    }

    function go(step) {
        const lines = Array.from(document.querySelectorAll("[data-dispatch] .table__main"));
        const here = lines.findIndex((line) => line.getAttribute("aria-current") === "true");
        const next = lines[here + step];
        if (next) {
            next.click();
        }
        return next !== undefined;
    }

    function act(key) {
        if (ways[key]) {
            return choose(ways[key]);
        }
        if (key === "n" || key === "p") {
            return go(key === "n" ? 1 : -1);
        }
        const close = key === "x" ? document.getElementById("close") : null;
        if (close) {
            close.focus();
        }
        return close !== null;
    }

    document.addEventListener("keydown", function (event) {
        if (!document.querySelector("[data-dispatch]")) {
            return;
        }
        if (event.key === "Enter" && event.ctrlKey && minute && minute.contains(event.target)) {
            event.preventDefault();
            minute.requestSubmit();
            return;
        }
        const written = event.target.closest
            ? event.target.closest("textarea, select, input:not([type=radio])")
            : null;
        if (written && event.key === "Escape") {
            minute.querySelector("input:checked").focus();
        } else if (!written && !event.ctrlKey && !event.altKey && !event.metaKey && act(event.key)) {
            event.preventDefault();
        }
    });
})();

/*
 * The wall chart. On the screen it goes on by itself where somebody scrolls, and keeps three pages of
 * rows at most: a page that is far away leaves an empty one of the same height, and is fetched again
 * when somebody comes back. On the wall it turns its pages. Without this script both are pages with links.
 */
(function () {
    "use strict";

    const KEPT = 3;

    async function got(address) {
        const answer = await fetch(address, { credentials: "same-origin" });
        if (!answer.ok || answer.redirected) {
            throw new Error("not shown");
        }
        return answer.text();
    }

    function parsed(text) {
        return new DOMParser().parseFromString(text, "text/html");
    }

    function scroll(table) {
        const card = table.closest(".wall-card");
        card.querySelectorAll(".pager, .wall-count").forEach((one) => { one.hidden = true; });
        const end = document.createElement("p");
        end.className = "wall-more";
        table.after(end);
        let busy = false;
        const shown = [];
        table.tBodies[0].dataset.here = location.pathname + location.search;
        shown.push(table.tBodies[0]);

        function empty(body) {
            const height = body.getBoundingClientRect().height;
            const row = document.createElement("tr");
            const cell = document.createElement("td");
            cell.colSpan = 6;
            cell.style.height = height + "px";
            row.append(cell);
            body.replaceChildren(row);
            body.dataset.away = "yes";
        }

        function keep(body) {
            shown.splice(shown.indexOf(body) >= 0 ? shown.indexOf(body) : shown.length, 1);
            shown.push(body);
            while (shown.length > KEPT) {
                empty(shown.shift());
            }
        }

        async function rows(address) {
            const text = await got(address + (address.includes("?") ? "&" : "?") + "part");
            return parsed("<table>" + text + "</table>").querySelector("tbody.wall__page");
        }

        async function fill(body) {
            const fresh = await rows(body.dataset.here);
            if (fresh) {
                body.replaceChildren(...document.adoptNode(fresh).children);
                delete body.dataset.away;
                keep(body);
            }
        }

        async function further() {
            const last = table.tBodies[table.tBodies.length - 1];
            if (busy || !last.dataset.next) {
                return;
            }
            busy = true;
            try {
                const fresh = await rows(last.dataset.next);
                if (fresh) {
                    fresh.dataset.here = last.dataset.next;
                    table.append(document.adoptNode(fresh));
                    watch.observe(fresh);
                    keep(fresh);
                }
            } catch (lost) {
                card.querySelectorAll(".pager").forEach((one) => { one.hidden = false; });
                near.disconnect();
                return;
            }
            busy = false;
            near.unobserve(end);
            near.observe(end);
        }

        const watch = new IntersectionObserver((seen) => {
            seen.filter((one) => one.isIntersecting).forEach((one) => {
                if (one.target.dataset.away) {
                    fill(one.target).catch(() => undefined);
                } else if (shown.includes(one.target)) {
                    keep(one.target);
                }
            });
        }, { rootMargin: "100px 0px" });
        const near = new IntersectionObserver((seen) => {
            if (seen.some((one) => one.isIntersecting)) {
                further();
            }
        }, { rootMargin: "400px 0px" });
        watch.observe(table.tBodies[0]);
        near.observe(end);
    }

    function turn(first) {
        let main = first;
        let timer = 0;
        let paused = false;

        function later() {
            clearTimeout(timer);
            if (!paused) {
                timer = setTimeout(next, Number(main.dataset.seconds) * 1000);
            }
        }

        async function next() {
            try {
                const address = main.dataset.turn || location.pathname + location.search;
                const fresh = parsed(await got(address)).querySelector("main");
                if (fresh) {
                    main.replaceWith(document.adoptNode(fresh));
                    main = fresh;
                    history.replaceState(null, "", address);
                    buttons();
                }
            } catch (lost) {
                main.dataset.stale = "yes";
            }
            later();
        }

        function buttons() {
            const pause = main.querySelector("[data-pause]");
            const stop = pause.textContent;
            pause.hidden = false;
            pause.textContent = paused ? pause.dataset.go : stop;
            pause.addEventListener("click", () => {
                paused = !paused;
                pause.textContent = paused ? pause.dataset.go : stop;
                later();
            });
            const full = main.querySelector("[data-full]");
            full.hidden = !document.documentElement.requestFullscreen;
            full.addEventListener("click", () => {
                if (document.fullscreenElement) {
                    document.exitFullscreen();
                } else {
                    document.documentElement.requestFullscreen();
                }
            });
        }

        document.addEventListener("keydown", (event) => {
            if (event.key === " " && !event.target.closest("a, button")) {
                event.preventDefault();
                main.querySelector("[data-pause]").click();
            }
        });
        buttons();
        later();
    }

    const table = document.querySelector("table[data-wall=scroll]");
    if (table && "IntersectionObserver" in window) {
        scroll(table);
    }
    const main = document.querySelector("main[data-wall=turn]");
    if (main) {
        turn(main);
    }
})();

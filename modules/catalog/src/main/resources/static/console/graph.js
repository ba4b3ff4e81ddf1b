/*
 * Zooms the picture of who waits for whom: the buttons, and the keys plus, minus and 0 while the
 * picture has the focus. Without this script the buttons are links that do the same.
 */
(function () {
    "use strict";

    const STEP = 1.25;
    const LEAST = 0.2;
    const MOST = 3;

    function scale(picture) {
        return picture.getBoundingClientRect().width / Number(picture.dataset.width);
    }

    function zoom(frame, picture, wished) {
        const ratio = Number(picture.getAttribute("height")) / Number(picture.getAttribute("width"));
        const before = scale(picture);
        const next = Math.min(MOST, Math.max(LEAST, wished));
        const middle = {
            x: (frame.scrollLeft + frame.clientWidth / 2) / before,
            y: (frame.scrollTop + frame.clientHeight / 2) / before
        };
        const width = Math.round(Number(picture.dataset.width) * next);
        picture.classList.remove("graph__picture--fit");
        picture.setAttribute("width", String(width));
        picture.setAttribute("height", String(Math.round(width * ratio)));
        frame.scrollLeft = middle.x * next - frame.clientWidth / 2;
        frame.scrollTop = middle.y * next - frame.clientHeight / 2;
    }

    function fit(frame, picture) {
        zoom(frame, picture, frame.clientWidth / Number(picture.dataset.width));
        frame.scrollTop = 0;
    }

    document.querySelectorAll("[data-graph]").forEach(function (graph) {
        const frame = graph.querySelector(".graph__frame");
        const picture = graph.querySelector(".graph__picture");

        function act(what) {
            if (what === "fit") {
                fit(frame, picture);
            } else {
                zoom(frame, picture, what === "in" ? scale(picture) * STEP : scale(picture) / STEP);
            }
        }

        graph.querySelectorAll("[data-zoom]").forEach(function (button) {
            button.addEventListener("click", function (event) {
                event.preventDefault();
                act(button.dataset.zoom);
            });
        });
        frame.addEventListener("keydown", function (event) {
            const what = { "+": "in", "=": "in", "-": "out", "0": "fit" }[event.key];
            if (what && !event.ctrlKey && !event.metaKey && !event.altKey) {
                event.preventDefault();
                act(what);
            }
        });
    });
}());

/*
 * Turns the list of instants in <form data-travel> into a slider with a dated label and steps back
 * and forward. The list stays the form's value; when a moment is chosen, the form's event "travel"
 * makes htmx fetch the fragment as of then. Without this script the list and its button do the same.
 */
(function () {
    "use strict";

    function step(text, label) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button button--quiet travel__step";
        button.textContent = text;
        button.setAttribute("aria-label", label);
        return button;
    }

    function enhance(form) {
        const list = form.querySelector("select");
        if (form.dataset.travel === "ready" || list.options.length < 2) {
            return;
        }
        form.dataset.travel = "ready";
        const range = document.createElement("input");
        range.type = "range";
        range.className = "travel__range";
        range.min = "0";
        range.max = String(list.options.length - 1);
        range.value = String(list.selectedIndex);
        range.id = list.id;
        list.removeAttribute("id");
        const when = document.createElement("output");
        when.className = "travel__when";
        when.setAttribute("for", range.id);
        const back = step("‹", "←");
        const forward = step("›", "→");
        list.hidden = true;
        form.querySelector("button").hidden = true;
        form.append(back, range, forward, when);

        function show() {
            const chosen = list.options[Number(range.value)];
            when.textContent = chosen.text;
            range.setAttribute("aria-valuetext", chosen.text);
            form.classList.toggle("travel--past", chosen.value !== "");
            back.disabled = range.value === range.min;
            forward.disabled = range.value === range.max;
        }

        let waiting = 0;
        function go() {
            list.selectedIndex = Number(range.value);
            window.clearTimeout(waiting);
            waiting = window.setTimeout(function () {
                form.dispatchEvent(new CustomEvent("travel"));
            }, 150);
        }

        range.addEventListener("input", show);
        range.addEventListener("change", go);
        back.addEventListener("click", function () {
            range.stepDown();
            show();
            go();
        });
        forward.addEventListener("click", function () {
            range.stepUp();
            show();
            go();
        });
        show();
    }

    function enhanceAll(root) {
        root.querySelectorAll("form[data-travel]").forEach(enhance);
    }

    enhanceAll(document);
    document.addEventListener("htmx:load", function (event) {
        enhanceAll(event.detail.elt);
    });
})();

/*
 * What every page does: sends the CSRF token with htmx requests, says when one failed, goes to the
 * sign-in page when the session is over, closes the account panel, prints, lets the arrow keys go
 * through a list, chooses all.
 */
(function () {
    "use strict";

    function meta(name) {
        const element = document.querySelector('meta[name="' + name + '"]');
        return element ? element.content : null;
    }

    document.addEventListener("htmx:configRequest", function (event) {
        const header = meta("csrf-header");
        if (header && event.detail.verb !== "get") {
            event.detail.headers[header] = meta("csrf-token");
        }
    });

    function failed() {
        const messages = document.getElementById("messages");
        if (!messages) {
            return;
        }
        const alert = document.createElement("div");
        alert.className = "alert alert--stop";
        alert.setAttribute("role", "alert");
        const sentence = document.createElement("p");
        sentence.textContent = meta("request-failed");
        alert.append(sentence);
        messages.replaceChildren(alert);
        messages.scrollIntoView({ block: "nearest" });
    }

    /* A whole page where a fragment was asked for: the session is over, or the request failed. */
    document.addEventListener("htmx:beforeSwap", function (event) {
        const xhr = event.detail.xhr;
        if (xhr.status !== 401 && !/^\s*<!doctype/i.test(xhr.responseText)) {
            return;
        }
        event.detail.shouldSwap = false;
        if (xhr.status < 400 || xhr.status === 401) {
            window.location.reload();
        } else {
            failed();
        }
    });

    document.addEventListener("htmx:responseError", failed);
    document.addEventListener("htmx:sendError", failed);

    document.addEventListener("htmx:afterSwap", function (event) {
        if (event.detail.target && event.detail.target.id === "messages") {
            event.detail.target.scrollIntoView({ block: "nearest" });
        }
    });

    function closeAccount(event) {
        const account = document.querySelector(".account[open]");
        if (!account) {
            return;
        }
        if (event.type === "keydown" && event.key === "Escape") {
            account.open = false;
            account.querySelector("summary").focus();
        } else if (event.type === "click" && !account.contains(event.target)) {
            account.open = false;
        }
    }

    /* In a list marked data-keys the arrow keys go from line to line. */
    function throughLines(event) {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        const here = event.target.closest ? event.target.closest("[data-keys] .table__main") : null;
        if (!here || !step) {
            return;
        }
        const lines = Array.from(here.closest("[data-keys]").querySelectorAll(".table__main"));
        const next = lines[lines.indexOf(here) + step];
        if (next) {
            event.preventDefault();
            next.focus();
        }
    }

    /* One box for all of a form's boxes of the name that it says; there only with this script. */
    for (const all of document.querySelectorAll("[data-all]")) {
        all.hidden = false;
        all.addEventListener("change", function () {
            for (const box of all.form.elements) {
                if (box.type === "checkbox" && box.name === all.dataset.all) {
                    box.checked = all.checked;
                }
            }
        });
    }

    document.addEventListener("keydown", throughLines);
    document.addEventListener("click", function (event) {
        if (event.target.closest("[data-print]")) {
            window.print();
        }
    });
    document.addEventListener("keydown", closeAccount);
    document.addEventListener("click", closeAccount);
})();

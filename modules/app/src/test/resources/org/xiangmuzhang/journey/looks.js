// What no page may have. Each function gives sentences; an empty list is a good page.
window.looks = (() => {
    const shown = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const name = element => {
        const classes = typeof element.className === "string" ? element.className.trim().split(/\s+/) : [];
        return element.tagName.toLowerCase() + classes.filter(Boolean).map(one => "." + one).join("");
    };

    function overflow() {
        const found = [];
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth > width) {
            for (const element of document.body.querySelectorAll("*")) {
                if (shown(element) && element.getBoundingClientRect().right > width + 1) {
                    found.push(name(element) + " reaches beyond the window");
                }
            }
            found.push("the page is wider than the window");
        }
        return found;
    }

    // The part of a rectangle that no ancestor cuts away, or null.
    function visible(rect, element) {
        let {left, top, right, bottom} = rect;
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.position === "fixed" || style.position === "sticky") {
                return null;
            }
            if (style.overflowX !== "visible" || style.overflowY !== "visible" || style.clipPath !== "none") {
                const box = at.getBoundingClientRect();
                left = Math.max(left, box.left);
                top = Math.max(top, box.top);
                right = Math.min(right, box.right);
                bottom = Math.min(bottom, box.bottom);
            }
        }
        return right - left > 2 && bottom - top > 2 ? {left, top, right, bottom} : null;
    }

    // Lines of text that cover one another by more than the room between lines.
    function overlaps() {
        const lines = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const element = text.parentElement;
            if (!text.data.trim() || !element || element.closest("script, style, option") || !shown(element)) {
                continue;
            }
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const rect of range.getClientRects()) {
                const part = visible(rect, element);
                if (part) {
                    lines.push({...part, text});
                }
            }
        }
        lines.sort((one, other) => one.top - other.top);
        const found = new Set();
        for (let i = 0; i < lines.length; i++) {
            const one = lines[i];
            for (let k = i + 1; k < lines.length && lines[k].top < one.bottom; k++) {
                const other = lines[k];
                const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const down = Math.min(one.bottom, other.bottom) - other.top;
                const least = Math.min(one.bottom - one.top, other.bottom - other.top);
                if (one.text !== other.text && across > 2 && down > 0.4 * least) {
                    found.add(`"${one.text.data.trim()}" and "${other.text.data.trim()}" overlap`);
                }
            }
        }
        return [...found];
    }

    // Keys of message bundles that stand where their words should.
    function rawKeys(keys) {
        const known = new Set(keys);
        const said = [document.title, document.body.innerText];
        for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [data-label]")) {
            for (const attribute of ["aria-label", "title", "placeholder", "alt", "data-label"]) {
                said.push(element.getAttribute(attribute) || "");
            }
        }
        const words = said.join("\n");
        const found = (words.match(/\?\?\S+\?\?/g) || [])
            .concat((words.match(/[a-z][\w-]*(\.[\w-]+)+/g) || []).filter(word => known.has(word)));
        return [...new Set(found)].map(key => key + " is no sentence");
    }

    async function barriers() {
        const report = await axe.run(document, {resultTypes: ["violations"], preload: false});
        return report.violations
            .filter(one => one.impact === "serious" || one.impact === "critical")
            .map(one => `${one.impact} ${one.id}: ${one.help}: ${one.nodes.map(node => node.html + " " + (node.any[0] || node.all[0] || node.none[0] || {}).message).join(" | ")}`);
    }

    return {overflow, overlaps, rawKeys, barriers};
})();

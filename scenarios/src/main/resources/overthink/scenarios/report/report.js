"use strict";
// Switches pictures, walks their points by keys, and saves them; the page reads without it, too.
(() => {
  const said = document.getElementById("said");
  const say = (text) => { said.textContent = text; };
  // The marks of a picture; where it has none, its numbers.
  const marked = (picture) => {
    const all = [...picture.querySelectorAll("[data-words]")];
    const marks = all.filter((mark) => mark.tagName !== "text");
    return marks.length ? marks : all;
  };

  document.querySelectorAll("article").forEach((article) => {
    const columns = JSON.parse(article.querySelector("script.rows").textContent);
    const words = columns.words;
    delete columns.words;
    const worded = ["place", "strategy", "bin", "resource", "method"];
    const rows = columns.budget.map((budget, i) => Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, worded.includes(key) ? words[values[i]] : values[i]])));
    const state = { x: null, band: "population" };
    const show = () => {
      article.dataset.band = state.band;
      article.querySelectorAll("figure[data-x]").forEach((figure) => {
        figure.hidden = figure.dataset.x !== state.x;
      });
    };
    const firstX = article.querySelector("button[data-set='x']");
    state.x = firstX ? firstX.dataset.value : null;
    article.querySelectorAll("button[data-set]").forEach((button) => {
      button.addEventListener("click", () => {
        state[button.dataset.set] = button.dataset.value;
        article.querySelectorAll("button[data-set='" + button.dataset.set + "']").forEach((other) => {
          other.setAttribute("aria-pressed", String(other === button));
        });
        show();
      });
    });
    show();

    article.querySelectorAll("button[data-all]").forEach((button) => {
      button.addEventListener("click", () => deliver(new Blob([csv(rows)], { type: "text/csv" }), "rows.csv"));
    });
    article.querySelectorAll("figure").forEach((figure) => {
      const walk = figure.querySelector(".walk");
      let at = null;
      const visible = () => [...walk.children].find((child) => getComputedStyle(child).display !== "none") || walk;
      const cells = overthinkCells.of(figure);
      const marks = () => {
        const drawn = marked(visible());
        return drawn.length ? drawn : cells(visible()).marks;
      };
      const move = (mark) => {
        figure.querySelectorAll(".at").forEach((old) => old.remove());
        if (!mark) { return; }
        at = mark;
        const box = mark.getBBox();
        const small = Math.max(box.width, box.height) < 16;
        const ring = document.createElementNS("http://www.w3.org/2000/svg", small ? "circle" : "rect");
        const place = small
          ? { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: Math.max(box.width, box.height) / 2 + 4 }
          : { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 2 };
        ring.setAttribute("class", "at");
        Object.entries(place).forEach(([key, value]) => ring.setAttribute(key, value));
        mark.parentNode.append(ring);
        const { line, at: where, words: value, error } = mark.dataset;
        const row = rows[Number(mark.dataset.row)];
        say([line, row && row.bin !== "all" ? row.bin : "", where, value,
          error && error !== "exact" ? "plus or minus " + error : error].filter((part) => part).join(", "));
      };
      const point = figure.hasAttribute("data-grid") ? overthinkPoints.of(figure, rows, say) : null;
      if (point) {
        walk.addEventListener("click", (event) => {
          const small = cells(visible()).under(event);
          const cell = event.target.closest("[data-row]") || event.target.nextElementSibling;
          if (small) {
            if (small.dataset.row) { point(rows[Number(small.dataset.row)]); }
          } else if (cell && cell.matches("[data-row]")) { point(rows[Number(cell.dataset.row)]); }
        });
      }
      walk.addEventListener("keydown", (event) => {
        if (point && at && at.dataset.row && (event.key === "Enter" || event.key === " ")) {
          event.preventDefault();
          point(rows[Number(at.dataset.row)]);
          return;
        }
        const all = marks();
        if (!all.length || !event.key.startsWith("Arrow")) { return; }
        event.preventDefault();
        const index = at && all.includes(at) ? all.indexOf(at) : -1;
        const line = (mark) => mark.dataset.line;
        if (index < 0) { move(all[0]); return; }
        if (event.key === "ArrowRight") { move(all[Math.min(all.length - 1, index + 1)]); }
        if (event.key === "ArrowLeft") { move(all[Math.max(0, index - 1)]); }
        if (event.key === "ArrowUp" || event.key === "ArrowDown") {
          const lines = [...new Set(all.map(line))];
          const step = event.key === "ArrowDown" ? 1 : -1;
          const next = lines[(lines.indexOf(line(at)) + step + lines.length) % lines.length];
          move(all.find((mark) => line(mark) === next && mark.dataset.at === at.dataset.at) || all.find((mark) => line(mark) === next));
        }
      });
      walk.addEventListener("blur", () => { move(null); at = null; say(""); });
      walk.addEventListener("pointermove", (event) => {
        const mark = event.target.closest("[data-words]") || cells(visible()).under(event);
        if (mark && mark !== at) { move(mark); }
      });
      walk.addEventListener("pointerleave", () => { move(null); at = null; say(""); });
      figure.querySelectorAll("button[data-save]").forEach((button) => {
        button.addEventListener("click", () => save(button.dataset.save, figure, visible().querySelector("svg"), article, rows));
      });
    });
  });

  const { name, deliver, alone, png } = overthinkSaving;
  const field = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? "'" + text : text;
    return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  const columns = ["place", "strategy", "bin", "budget", "resource", "method", "accuracy", "half", "coverage"];
  const csv = (rows) => [columns.join(","), ...rows.map((row) => columns.map((key) => field(row[key])).join(","))].join("\n") + "\n";
  const tex = (text) => String(text).replace(/[\\{}$&#%_^~]/g, (letter) => ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" }[letter] || "\\" + letter));
  // What a picture shows, as it stands there: a point for each mark, with the row that says so where there is one.
  const shown = (svg, rows) => marked(svg).map((mark) => {
    const { line, at, value, low, high } = mark.dataset;
    return [line, at, value, low, high, ...columns.map((key) => mark.dataset.row ? rows[Number(mark.dataset.row)][key] : "")];
  });
  const points = (svg, rows) => marked(svg).length === 0 ? csv(rows) : [["line", "at", "value", "low", "high", ...columns], ...shown(svg, rows)].map((cells) => cells.map(field).join(",")).join("\n") + "\n";
  const latex = (figure, svg) => {
    const marks = marked(svg);
    const heads = [...new Set(marks.map((mark) => mark.dataset.at))];
    const lines = [...new Set(marks.map((mark) => mark.dataset.line))];
    const cell = (line, at) => marks.filter((mark) => mark.dataset.line === line && mark.dataset.at === at).map(({ dataset }) =>
      tex(dataset.words.replace(" percent", "")) + (dataset.error && dataset.error !== "exact" ? "\\,$\\pm$\\," + dataset.error : "")).join(", ");
    return ["\\begin{table}", "\\caption{" + tex(figure.querySelector("h2").textContent) + ". " + tex(figure.querySelector("figcaption").textContent) + "}",
      "\\begin{tabular}{l" + "r".repeat(heads.length) + "}", "\\toprule", ["", ...heads.map(tex)].join(" & ") + " \\\\", "\\midrule",
      ...lines.map((line) => [tex(line), ...heads.map((at) => cell(line, at))].join(" & ") + " \\\\"),
      "\\bottomrule", "\\end{tabular}", "\\end{table}", ""].join("\n");
  };
  const save = (format, figure, svg, article, rows) => {
    const file = name(figure);
    if (format === "SVG") { deliver(new Blob([alone(svg)], { type: "image/svg+xml" }), file + ".svg"); }
    if (format === "CSV") { deliver(new Blob([points(svg, rows)], { type: "text/csv" }), file + ".csv"); }
    if (format === "LaTeX") { deliver(new Blob([latex(figure, svg)], { type: "text/plain" }), file + ".tex"); }
    if (format === "Vega-Lite") { deliver(new Blob([figure.querySelector("script.vega").textContent], { type: "application/json" }), file + ".vl.json"); }
    if (format === "PNG") { png(svg, file + ".png"); }
  };
})();

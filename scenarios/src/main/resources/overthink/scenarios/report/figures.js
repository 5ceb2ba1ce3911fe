// How pictures are walked by keys and pressed: shared by reports and the explorer.
const overthinkFigures = (() => {
  const { say, name, deliver, alone, png } = overthinkSaving;
  // The marks of a picture; where it has none, its numbers.
  const marked = (picture) => {
    const all = [...picture.querySelectorAll("[data-words]")];
    const marks = all.filter((mark) => mark.tagName !== "text");
    return marks.length ? marks : all;
  };
  const worded = ["place", "strategy", "bin", "resource", "method"];
  // The rows that an element with columns holds.
  const rows = (script) => {
    const { words, ...columns } = JSON.parse(script.textContent);
    const keys = Object.keys(columns);
    return columns.budget.map((budget, i) => Object.fromEntries(keys.map((key) => [key, worded.includes(key) ? words[columns[key][i]] : columns[key][i]])));
  };
  const field = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? "'" + text : text;
    return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  const columns = ["place", "strategy", "bin", "budget", "resource", "method", "accuracy", "half", "coverage"];
  const csv = (all) => [columns.join(","), ...all.map((row) => columns.map((key) => field(row[key])).join(","))].join("\n") + "\n";
  const tex = (text) => String(text).replace(/[\\{}$&#%_^~]/g, (letter) => ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" }[letter] || "\\" + letter));
  // What a picture shows, as it stands there: a point for each mark, with the row that says so where there is one.
  const shown = (svg, all) => marked(svg).map((mark) => {
    const { line, at, value, low, high } = mark.dataset;
    return [line, at, value, low, high, ...columns.map((key) => mark.dataset.row ? all[Number(mark.dataset.row)][key] : "")];
  });
  const points = (svg, all) => marked(svg).length === 0 ? csv(all) : [["line", "at", "value", "low", "high", ...columns], ...shown(svg, all)].map((cells) => cells.map(field).join(",")).join("\n") + "\n";
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
  const save = (format, figure, svg, all) => {
    const file = name(figure);
    if (format === "SVG") { deliver(new Blob([alone(svg)], { type: "image/svg+xml" }), file + ".svg"); }
    if (format === "CSV") { deliver(new Blob([points(svg, all)], { type: "text/csv" }), file + ".csv"); }
    if (format === "LaTeX") { deliver(new Blob([latex(figure, svg)], { type: "text/plain" }), file + ".tex"); }
    if (format === "Vega-Lite") { deliver(new Blob([figure.querySelector("script.vega").textContent], { type: "application/json" }), file + ".vl.json"); }
    if (format === "PNG") { png(svg, file + ".png"); }
  };
  // By pictures, what finds the cells of their drawings that are too small to be marks.
  const small = new WeakMap();
  const cells = (walk) => small.has(walk) ? small.get(walk)(visible(walk)) : { marks: [], under: () => null };
  const marksOf = (walk) => {
    const drawn = marked(visible(walk));
    return drawn.length ? drawn : cells(walk).marks;
  };
  const visible = (walk) => [...walk.children].find((child) => getComputedStyle(child).display !== "none") || walk;
  // By pictures, the mark that is read.
  const places = new WeakMap();
  const move = (walk, mark, all) => {
    walk.querySelectorAll(".at").forEach((old) => old.remove());
    places.set(walk, mark);
    if (!mark) { return; }
    const box = mark.getBBox();
    const little = Math.max(box.width, box.height) < 16;
    const ring = document.createElementNS("http://www.w3.org/2000/svg", little ? "circle" : "rect");
    const place = little
      ? { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: Math.max(box.width, box.height) / 2 + 4 }
      : { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 2 };
    ring.setAttribute("class", "at");
    Object.entries(place).forEach(([key, value]) => ring.setAttribute(key, value));
    mark.parentNode.append(ring);
    const { line, at, words, error } = mark.dataset;
    const row = all[Number(mark.dataset.row)];
    say([line, row && row.bin !== "all" ? row.bin : "", at, words,
      error && error !== "exact" ? "plus or minus " + error : error].filter((part) => part).join(", "));
  };
  const leave = (walk, all) => { move(walk, null, all); say(""); };
  const step = (walk, key, all) => {
    const marks = marksOf(walk);
    const at = places.get(walk);
    const index = at ? marks.indexOf(at) : -1;
    const line = (mark) => mark.dataset.line;
    if (index < 0) { move(walk, marks[0], all); return; }
    if (key === "ArrowRight") { move(walk, marks[Math.min(marks.length - 1, index + 1)], all); }
    if (key === "ArrowLeft") { move(walk, marks[Math.max(0, index - 1)], all); }
    if (key === "ArrowUp" || key === "ArrowDown") {
      const lines = [...new Set(marks.map(line))];
      const next = lines[(lines.indexOf(line(at)) + (key === "ArrowDown" ? 1 : -1) + lines.length) % lines.length];
      move(walk, marks.find((mark) => line(mark) === next && mark.dataset.at === at.dataset.at) || marks.find((mark) => line(mark) === next), all);
    }
  };
  // Lets one walk a picture and save it; of a grid, `point` shows the point of a row, and `found` finds its small cells.
  const dress = (figure, all, point, found) => {
    const walk = figure.querySelector(".walk");
    if (found) { small.set(walk, found); }
    if (point) {
      walk.addEventListener("click", (event) => {
        const tiny = cells(walk).under(event);
        const cell = event.target.closest("[data-row]") || event.target.nextElementSibling;
        if (tiny) {
          if (tiny.dataset.row) { point(all[Number(tiny.dataset.row)]); }
        } else if (cell && cell.matches("[data-row]")) { point(all[Number(cell.dataset.row)]); }
      });
    }
    walk.addEventListener("keydown", (event) => {
      const at = places.get(walk);
      if (point && at && at.dataset.row && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        point(all[Number(at.dataset.row)]);
      } else if (event.key.startsWith("Arrow") && marksOf(walk).length) {
        event.preventDefault();
        step(walk, event.key, all);
      }
    });
    walk.addEventListener("blur", () => { if (walk.isConnected) { leave(walk, all); } });
    walk.addEventListener("pointermove", (event) => {
      const mark = event.target.closest("[data-words]") || cells(walk).under(event);
      if (mark && mark !== places.get(walk)) { move(walk, mark, all); }
    });
    walk.addEventListener("pointerleave", () => leave(walk, all));
    figure.querySelectorAll("button[data-save]").forEach((button) => {
      button.addEventListener("click", () => save(button.dataset.save, figure, visible(walk).querySelector("svg"), all));
    });
  };
  // Puts other pictures in the place of some; the keyboard stays where it was, and what it is at is read anew.
  const replace = (parent, html) => {
    const active = document.activeElement;
    const before = parent.contains(active) ? active.closest("figure") : null;
    const index = [...parent.querySelectorAll("figure")].indexOf(before);
    const mark = before ? places.get(before.querySelector(".walk")) : null;
    const format = active ? active.dataset.save : null;
    if ([...parent.querySelectorAll(".walk")].some((walk) => places.get(walk))) { say(""); }
    parent.innerHTML = html;
    const all = rows(parent.querySelector("script.rows"));
    const figures = [...parent.querySelectorAll("figure")];
    figures.forEach((figure) => dress(figure, all, null, null));
    if (!figures[index]) { return; }
    const walk = figures[index].querySelector(".walk");
    const button = format && figures[index].querySelector("button[data-save='" + format + "']");
    (button || walk).focus({ preventScroll: true });
    if (mark && !button) {
      const same = marksOf(walk).find((one) => one.dataset.line === mark.dataset.line && one.dataset.at === mark.dataset.at);
      if (same) { move(walk, same, all); }
    }
  };
  return { rows, csv, dress, replace, say };
})();

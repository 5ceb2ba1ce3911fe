"use strict";
// Shows the curves and the rows of a point of a sweep under its grid.
const overthinkPoints = (() => {
  const W = 480, H = 260, LEFT = 40, RIGHT = 330, TOP = 22, BOTTOM = 224;
  const DASHES = ["", "6 2.5", "1.5 2", "7 2 1.5 2", "3 1.5", "10 3", "7 2 1.5 2 1.5 2", "1 1"];
  const make = (name, parent, text, attributes) => {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text || "";
    if (parent) { parent.append(element); }
    return element;
  };
  const draw = (parent, name, attributes, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text || "";
    parent.append(element);
    return element;
  };
  const percent = (share) => (100 * share).toFixed(1);
  const lines = (rows) => [...new Set(rows.map((row) => row.strategy))]
    .map((strategy) => rows.filter((row) => row.strategy === strategy).sort((a, b) => a.budget - b.budget));
  const curves = (parent, rows, words) => {
    const svg = draw(parent, "svg", { viewBox: "0 0 " + W + " " + H, role: "img", "font-family": "Helvetica,Arial,'Liberation Sans',sans-serif" });
    svg.setAttribute("aria-label", words);
    const text = (x, y, said, fill, anchor) => draw(svg, "text", { x, y, fill: "var(--" + fill + ")", "text-anchor": anchor, "font-size": 11 }, said);
    const budgets = [...new Set(rows.map((row) => row.budget))].sort((a, b) => a - b);
    const values = rows.flatMap((row) => [Math.max(0, row.accuracy - row.half), Math.min(1, row.accuracy + row.half)]);
    const low = Math.max(0, Math.min(...values) - .02), high = Math.min(1, Math.max(...values) + .02);
    const log = budgets[0] > 0 ? Math.log : (value) => value;
    const span = log(budgets[budgets.length - 1]) - log(budgets[0]) || 1;
    const x = (budget) => LEFT + (RIGHT - LEFT) * (log(budget) - log(budgets[0])) / span;
    const y = (share) => BOTTOM - (BOTTOM - TOP) * (share - low) / (high - low || 1);
    const step = [.005, .01, .02, .05, .1, .2].find((one) => (high - low) / one <= 6) || .25;
    for (let i = Math.ceil(low / step); i * step <= high; i++) {
      const share = i * step;
      draw(svg, "path", { d: "M" + LEFT + " " + y(share) + "H" + RIGHT, stroke: "var(--grid)" });
      text(LEFT - 6, y(share) + 4, percent(share), "muted", "end");
    }
    let end = -Infinity;
    budgets.forEach((budget) => {
      if (x(budget) > end + 28) { text(x(budget), BOTTOM + 16, String(budget), "muted", "middle"); end = x(budget); }
    });
    text(2, 12, "accuracy %", "muted", "start");
    text((LEFT + RIGHT) / 2, H - 4, rows[0].resource, "muted", "middle");
    const ends = lines(rows).map((line, i) => {
      const ink = "series-" + (i % 8 + 1), colour = "var(--" + ink + ")";
      const band = line.map((row) => [x(row.budget), y(Math.min(1, row.accuracy + row.half))])
        .concat(line.map((row) => [x(row.budget), y(Math.max(0, row.accuracy - row.half))]).reverse());
      draw(svg, "path", { d: "M" + band.map((at) => at.join(" ")).join("L") + "Z", fill: colour, "fill-opacity": .13 });
      draw(svg, "path", { d: "M" + line.map((row) => x(row.budget) + " " + y(row.accuracy)).join("L"), stroke: colour, fill: "none", "stroke-width": 1.6, "stroke-dasharray": DASHES[i % 8] });
      line.forEach((row) => {
        const exact = row.method === "exact";
        draw(svg, "circle", { cx: x(row.budget), cy: y(row.accuracy), r: 3, fill: exact ? colour : "var(--paper)", stroke: colour });
      });
      return { said: line[0].strategy, at: y(line[line.length - 1].accuracy), ink };
    }).sort((a, b) => a.at - b.at);
    ends.forEach((one, i) => { if (i > 0) { one.at = Math.max(one.at, ends[i - 1].at + 13); } });
    let floor = H - 14;
    [...ends].reverse().forEach((one) => { one.at = Math.min(one.at, floor); floor = one.at - 13; });
    ends.forEach((one) => text(RIGHT + 8, one.at + 4, one.said.length > 24 ? one.said.slice(0, 23) + "\u2026" : one.said, one.ink, "start"));
  };
  const table = (parent, rows, budget) => {
    const scroll = make("div", parent, "", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Accuracies of the point" });
    const all = make("table", scroll);
    const budgets = [...new Set(rows.map((row) => row.budget))].sort((a, b) => a - b);
    const head = make("tr", make("thead", all));
    make("th", head, rows[0].resource, { scope: "col" });
    budgets.forEach((one) => make("th", head, String(one), { scope: "col" }));
    const body = make("tbody", all);
    lines(rows).forEach((line) => {
      const tr = make("tr", body);
      make("th", tr, line[0].strategy, { scope: "row" });
      budgets.forEach((one) => {
        const row = line.find((each) => each.budget === one);
        make("td", tr, row ? percent(row.accuracy) + (row.half >= .0005 ? " \u00b1 " + percent(row.half) : "") : "", one === budget ? { class: "here" } : {});
      });
    });
  };
  /** Gives a grid a choice of points; returns what shows the point of a row. */
  const of = (figure, rows, say) => {
    const places = [...new Set(rows.filter((row) => row.bin === "all").map((row) => row.place))];
    const panel = make("div", null, "", { class: "point" });
    const choice = make("p", null, "", { class: "save" });
    const label = make("label", choice, "curves of the point ");
    const select = make("select", label);
    make("option", select, "none (click a cell, or press Enter on it)", { value: "" });
    places.forEach((place, i) => make("option", select, place, { value: String(i) }));
    figure.append(choice, panel);
    const show = (place, budget) => {
      panel.textContent = "";
      select.value = place === null ? "" : String(places.indexOf(place));
      if (place === null) { return; }
      const its = rows.filter((row) => row.place === place && row.bin === "all");
      make("h3", panel, place);
      curves(panel, its, "Accuracy against " + its[0].resource + " at " + place + "; the numbers are in the table below");
      table(panel, its, budget);
      say("The curves of " + place + " are below the grid");
    };
    select.addEventListener("change", () => show(select.value === "" ? null : places[Number(select.value)], null));
    figure.addEventListener("keydown", (event) => { if (event.key === "Escape") { show(null, null); } });
    return (row) => show(row.place, row.budget);
  };
  return { of };
})();

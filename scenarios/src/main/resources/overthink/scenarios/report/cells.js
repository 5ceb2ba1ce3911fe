"use strict";
// The cells of a grid that are too small for numbers, as marks that are walked and read like others.
const overthinkCells = (() => {
  const split = (text) => text.split("|");
  const make = (data, frame, svg) => {
    const words = split(data.words), rows = split(data.rows);
    const of = (line, column) => {
      const i = line * data.columns.length + column;
      return {
        tagName: "cell",
        parentNode: svg,
        dataset: { line: data.lines[line], at: data.columns[column] + " " + data.x, words: words[i], row: rows[i] === "-1" ? "" : rows[i], error: "" },
        getBBox: () => ({ x: frame.left + column * frame.wide, y: frame.top + line * frame.high, width: frame.wide, height: frame.high })
      };
    };
    const grid = data.lines.map((name, line) => data.columns.map((title, column) => of(line, column)));
    const under = (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      const cell = (grid[Math.floor((at.y - frame.top) / frame.high)] || [])[Math.floor((at.x - frame.left) / frame.wide)];
      return cell && cell.dataset.words ? cell : null;
    };
    return { marks: grid.flat().filter((cell) => cell.dataset.words), under };
  };
  /** Gives what finds the cells of the drawing that is shown; none where it has numbers. */
  const of = (figure) => {
    const script = figure.querySelector("script.cells");
    const none = { marks: [], under: () => null };
    const made = new Map();
    return (drawn) => {
      if (!script) { return none; }
      const key = drawn.className || "wide";
      if (!made.has(key)) {
        const data = JSON.parse(script.textContent);
        made.set(key, data.frames[key] ? make(data, data.frames[key], drawn.querySelector("svg")) : none);
      }
      return made.get(key);
    };
  };
  return { of };
})();

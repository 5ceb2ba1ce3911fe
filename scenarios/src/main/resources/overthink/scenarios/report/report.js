"use strict";
// Switches pictures and lets one walk and save them; the page reads without it, too.
(() => {
  const { rows, csv, dress, say } = overthinkFigures;
  document.querySelectorAll("article").forEach((article) => {
    const all = rows(article.querySelector("script.rows"));
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
      button.addEventListener("click", () => overthinkSaving.deliver(new Blob([csv(all)], { type: "text/csv" }), "rows.csv"));
    });
    article.querySelectorAll("figure").forEach((figure) => {
      const grid = figure.hasAttribute("data-grid");
      dress(figure, all, grid ? overthinkPoints.of(figure, all, say) : null, grid ? overthinkCells.of(figure) : null);
    });
  });
})();

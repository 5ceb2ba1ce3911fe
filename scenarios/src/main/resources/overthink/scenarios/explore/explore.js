"use strict";
// Sliders, choices and text make a scenario; its pictures come as they are found.
(() => {
  const by = (id) => document.getElementById(id);
  const text = by("text");
  const state = { x: "", paths: "", busy: null, moving: false, next: null };
  const encoded = (value) => btoa(String.fromCharCode(...new TextEncoder().encode(value))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const decoded = (hash) => new TextDecoder().decode(Uint8Array.from(atob(hash.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)));

  const ask = async (call, values, hear) => {
    if (state.busy) { state.busy.abort(); }
    const control = new AbortController();
    state.busy = control;
    const query = new URLSearchParams(values).toString();
    try {
      const response = await fetch(call + "?" + query, { method: "POST", body: text.value, signal: control.signal });
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let rest = "";
      for (;;) {
        const { done, value } = await reader.read();
        rest += done ? "" : decoder.decode(value, { stream: true });
        const lines = rest.split("\n");
        rest = lines.pop();
        lines.filter((line) => line.trim()).forEach((line) => hear(JSON.parse(line)));
        if (done) { return; }
      }
    } catch (problem) {
      if (problem.name !== "AbortError") { by("stage").textContent = "the command has ended; start it again"; }
    }
  };

  const hear = (line) => {
    if (line.kind === "messages") { messages(line.messages); }
    if (line.kind === "state") {
      messages([]);
      if (document.activeElement !== text) { text.value = line.text; }
      by("name").textContent = line.name;
      sliders(line.sliders);
      choices(line.choices);
      strategies(line.strategies, line.runnable);
    }
    if (line.kind === "picture") {
      overthinkFigures.replace(by("pictures"), line.html);
      by("headline").innerHTML = line.headline.replace(/^<p>|<\/p>$/g, "");
      by("stage").textContent = line.trials ? line.trials + " trials a problem" + (line.done ? "" : " …") : line.done ? "exact" : line.standing ? line.standing + " problems at once, all of them next …" : "exact curves first …";
      axes(line.axes);
    }
    if (line.kind === "crossings") {
      by("solved").textContent = line.words;
      document.querySelectorAll(".track i").forEach((mark) => mark.remove());
      const input = [...document.querySelectorAll(".slider input")].find((one) => one.dataset.path === line.path);
      line.shares.forEach((share) => {
        const mark = document.createElement("i");
        mark.style.left = "calc(" + 100 * share + "% - 1px)";
        if (input) { input.parentNode.append(mark); }
      });
    }
  };
  const narrow = matchMedia("(max-width: 540px)");
  const draw = (values, heard) => ask("draw", { x: state.x, size: narrow.matches ? "narrow" : "wide", ...values }, heard || hear);
  // The newest move waits for the first picture of the one before, for a tenth of a second at most once that is part of the
  // text: curves follow a hand that does not stop, and no move is lost.
  const follow = (values) => {
    state.next = values;
    if (!state.moving) { step(); }
  };
  const step = () => {
    const values = state.next;
    state.next = null;
    state.moving = Boolean(values);
    if (!values) { return; }
    let open = true;
    const end = () => { if (open) { open = false; step(); } };
    draw(values, (line) => {
      hear(line);
      if (line.kind === "state") { setTimeout(end, 100); } else { end(); }
    }).then(end);
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const messages = (all) => {
    by("messages").replaceChildren(...all.map((one) => element("li", { textContent: (one.line ? "line " + one.line + ": " : "") + one.words })));
  };
  const sliders = (all) => {
    const paths = all.map((slider) => slider.path).join(" ");
    if (paths !== state.paths) {
      state.paths = paths;
      by("sliders").replaceChildren(...all.map((slider, i) => {
        const input = element("input", { type: "range", min: 0, max: 1, step: .001, id: "s" + i });
        input.dataset.path = slider.path;
        input.addEventListener("input", () => follow({ set: slider.path, share: input.value }));
        const row = element("div", { className: "slider" },
          element("label", { htmlFor: "s" + i, textContent: slider.path.replace(/^world\./, "") }),
          element("div", { className: "track" }, input), element("output", {}));
        return row;
      }));
      by("along").replaceChildren(...all.map((slider) => element("option", { value: slider.path, textContent: slider.path.replace(/^world\./, "") })));
      const auc = all.find((slider) => /outcome\.(auc|d)$/.test(slider.path));
      if (auc) { by("along").value = auc.path; }
      filter();
    }
    document.querySelectorAll(".slider").forEach((row, i) => {
      const input = row.querySelector("input");
      if (document.activeElement !== input) { input.value = all[i].share; }
      row.querySelector("output").textContent = all[i].value;
      input.setAttribute("aria-valuetext", all[i].value);
    });
  };
  const filter = () => {
    const words = by("find").value.toLowerCase();
    document.querySelectorAll(".slider").forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(words); row.style.display = row.hidden ? "none" : ""; });
  };
  const choices = (all) => {
    if (by("choices").children.length) { return; }
    by("choices").replaceChildren(...all.map((choice) => {
      const select = element("select", {}, element("option", { value: "", textContent: "as it is" }),
        ...choice.values.map((value) => element("option", { value, textContent: value })));
      select.addEventListener("change", () => { if (select.value) { draw({ set: choice.path, value: select.value }); } });
      return element("label", { className: "law" }, choice.label, select);
    }));
  };
  const strategies = (used, runnable) => {
    by("strategies").replaceChildren(...[...new Set([...used, ...runnable])].map((name) => {
      const button = element("button", { type: "button", textContent: name });
      button.setAttribute("aria-pressed", String(used.includes(name)));
      button.addEventListener("click", () => draw({ strategy: name }));
      return button;
    }));
  };
  const axes = (all) => {
    by("axes").replaceChildren(element("span", { textContent: "x axis" }), ...Object.entries(all).map(([label, words], i) => {
      const button = element("button", { type: "button", textContent: words });
      button.setAttribute("aria-pressed", String(state.x ? state.x === label : i === 0));
      button.addEventListener("click", () => { state.x = label; draw({}); });
      return button;
    }));
  };

  let typing = 0;
  text.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => draw({}), 250); });
  by("find").addEventListener("input", filter);
  by("pin").addEventListener("click", async () => { await ask("pin", {}, hear); draw({}); });
  by("unpin").addEventListener("click", async () => { await ask("unpin", {}, hear); draw({}); });
  by("link").addEventListener("click", () => {
    location.hash = encoded(text.value);
    if (navigator.clipboard) { navigator.clipboard.writeText(location.href).catch(() => {}); }
    by("stage").textContent = "the address of this page now holds this state";
  });
  by("keep").addEventListener("click", () => overthinkSaving.deliver(new Blob([text.value], { type: "text/yaml" }), by("name").textContent.replace(/[^A-Za-z0-9._-]+/g, "-") + ".yaml"));
  by("solve").addEventListener("submit", (event) => {
    event.preventDefault();
    by("solved").textContent = "looking …";
    ask("solve", { path: by("along").value, question: by("question").value }, (line) => {
      if (line.kind === "messages") { by("solved").textContent = line.messages.map((one) => one.words).join(" "); } else { hear(line); }
    });
  });
  const restore = () => {
    if (location.hash.length > 1) {
      try { text.value = decoded(location.hash.slice(1)); } catch (problem) { by("stage").textContent = "this link holds no scenario"; }
    }
    draw({});
  };
  narrow.addEventListener("change", () => draw({}));
  window.addEventListener("hashchange", restore);
  restore();
})();

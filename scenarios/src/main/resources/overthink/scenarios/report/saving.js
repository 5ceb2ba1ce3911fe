// How pictures are saved: shared by reports and the explorer.
const overthinkSaving = (() => {
  const say = (text) => { document.getElementById("said").textContent = text; };
  const name = (figure) => figure.querySelector("h2").textContent.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
  const deliver = (blob, file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say("saved " + file);
  };
  const alone = (svg) => {
    const copy = svg.cloneNode(true);
    copy.querySelectorAll(".at").forEach((ring) => ring.remove());
    const from = [svg, ...svg.querySelectorAll("*")];
    const style = getComputedStyle(svg);
    const plain = (text) => text.replace(/var\((--[a-z0-9-]+)\)/g, (all, role) => style.getPropertyValue(role).trim());
    [copy, ...copy.querySelectorAll("*")].forEach((element) => {
      ["fill", "stroke"].forEach((key) => {
        if (element.hasAttribute(key)) { element.setAttribute(key, plain(element.getAttribute(key))); }
      });
    });
    copy.querySelectorAll(".band-problems,.band-population").forEach((band) => {
      const same = from.find((other) => other.getAttribute && other.getAttribute("d") === band.getAttribute("d") && other.getAttribute("class") === band.getAttribute("class"));
      if (same && getComputedStyle(same).display === "none") { band.remove(); }
    });
    const box = svg.viewBox.baseVal;
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    paper.setAttribute("width", "100%");
    paper.setAttribute("height", "100%");
    paper.setAttribute("fill", style.getPropertyValue("--paper").trim() || "#ffffff");
    copy.insertBefore(paper, copy.firstChild);
    return new XMLSerializer().serializeToString(copy);
  };
  const png = (svg, file) => {
    const image = new Image();
    const box = svg.viewBox.baseVal;
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 3 * box.width;
      canvas.height = 3 * box.height;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => deliver(blob, file), "image/png");
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(alone(svg));
  };
  return { say, name, deliver, alone, png };
})();

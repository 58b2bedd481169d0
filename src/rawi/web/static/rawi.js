// Layers are switched and places explained; without this script the page still reads and its links still lead.
"use strict";
(() => {
  const text = document.getElementById("text");
  if (!text) return;
  const remembered = JSON.parse(localStorage.getItem("layers") || "{}");
  for (const box of document.querySelectorAll("input[data-layer]")) {
    const layer = box.dataset.layer;
    if (layer in remembered) box.checked = remembered[layer];
    const show = () => text.classList.toggle(`show-${layer}`, box.checked);
    box.addEventListener("change", () => {
      show();
      remembered[layer] = box.checked;
      localStorage.setItem("layers", JSON.stringify(remembered));
    });
    show();
  }
  const explain = (piece) => {
    for (const other of text.querySelectorAll(".chosen")) other.classList.remove("chosen");
    piece.classList.add("chosen");
    htmx.ajax("GET", `/articles/${text.dataset.article}/explanation?at=${piece.dataset.at}`, { target: "#explanation" });
  };
  for (const piece of text.querySelectorAll("[data-at]")) {
    piece.tabIndex = -1; // reached by n and p: hundreds of stops would make Tab useless
    piece.addEventListener("click", () => { if (!String(getSelection())) explain(piece); });
  }
  // Keys: n and p walk through the marked places, Enter explains one.
  const places = () => [...text.querySelectorAll("[data-at]")].filter((piece) => getComputedStyle(piece).backgroundColor !== "rgba(0, 0, 0, 0)" || getComputedStyle(piece).textDecorationLine !== "none");
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" || event.key === "p") {
      const all = places();
      const at = all.indexOf(document.activeElement);
      const next = all[(at + (event.key === "n" ? 1 : all.length - 1 + (at < 0 ? 1 : 0))) % all.length];
      if (next) { next.focus(); explain(next); event.preventDefault(); }
    } else if (event.key === "Enter" && document.activeElement?.dataset?.at) explain(document.activeElement);
  });
  document.getElementById("cited")?.scrollIntoView({ block: "center" });
})();

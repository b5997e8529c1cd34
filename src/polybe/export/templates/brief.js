// Lights up a report's words in the text, and a word's reports beside it.  The page works without.
"use strict";
for (const article of document.querySelectorAll(".article")) {
  const segments = [...article.querySelectorAll(".text [data-facts]")];
  const cards = [...article.querySelectorAll(".card")];
  const factsOf = (element) => (element.dataset.facts || element.dataset.fact || "").split(" ").filter(Boolean);

  const light = (facts) => {
    const wanted = new Set(facts);
    for (const segment of segments) {
      if (segment.classList.contains("seg")) segment.classList.toggle("on", factsOf(segment).some((f) => wanted.has(f)));
    }
    for (const card of cards) card.classList.toggle("on", wanted.has(card.dataset.fact));
  };

  // A stretch under a long quote belongs to the quote's report only: hold to what is named here.
  const lightFrom = (element) => light(factsOf(element));

  for (const card of cards) {
    card.addEventListener("mouseenter", () => lightFrom(card));
    card.addEventListener("focusin", () => lightFrom(card));
    card.addEventListener("click", (event) => {
      lightFrom(card);
      if (event.target.closest("a")) return;
      const first = segments.find((s) => s.classList.contains("seg") && factsOf(s).includes(card.dataset.fact));
      if (first) first.scrollIntoView({ block: "center" });
    });
  }
  for (const segment of segments) {
    segment.addEventListener("mouseenter", () => lightFrom(segment));
    segment.addEventListener("focus", () => lightFrom(segment));
    segment.addEventListener("click", () => {
      lightFrom(segment);
      const card = cards.find((c) => c.dataset.fact === factsOf(segment)[0]);
      if (card) card.scrollIntoView({ block: "nearest" });
    });
  }
  article.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light([]);
  });
  article.querySelector(".reading").addEventListener("mouseleave", () => light([]));
}

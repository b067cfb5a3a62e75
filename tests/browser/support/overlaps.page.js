/* Runs in the page: which texts of its main part lie on one another, as far as both can be seen. */
(() => {
  const visibleRects = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    let rects = [...range.getClientRects()];
    for (let at = text.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.visibility === "hidden" || style.clipPath !== "none") return [];
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const clip = at.getBoundingClientRect();
      rects = rects.filter(
        ({ left, right, top, bottom }) =>
          right > clip.left && left < clip.right && bottom > clip.top && top < clip.bottom,
      );
    }
    return rects.filter(({ width, height }) => width > 1 && height > 1);
  };
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.textContent.trim() === "" || node.parentElement.closest("option, svg, dialog, [popover]"))
      continue;
    for (const rect of visibleRects(node)) texts.push({ node, rect });
  }
  const share = (a, b) =>
    Math.min(
      Math.min(a.right, b.right) - Math.max(a.left, b.left),
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    );
  const found = [];
  // Lines of one block may touch by the height of their accents.
  for (const [index, one] of texts.entries())
    for (const other of texts.slice(index + 1))
      if (one.node !== other.node && share(one.rect, other.rect) > 4)
        found.push(`${one.node.textContent.trim()} / ${other.node.textContent.trim()}`);
  return found;
})();

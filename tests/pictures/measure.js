(() => {
  const range = document.createRange();

  function widthOf(node) {
    range.selectNodeContents(node);
    return range.getBoundingClientRect().width;
  }

  // The lines of one text as they are drawn: a new one begins where a character stands lower.
  function linesOf(node) {
    const lines = [];
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const last = lines.at(-1);
      const starts = !last || node.data[at - 1] === "\n" || box.top > last.top + 8;
      if (starts) lines.push({ top: box.top, text: "", wrapped: last && node.data[at - 1] !== "\n" });
      lines.at(-1).text += node.data[at];
    }
    return lines;
  }

  function shortEnds(text) {
    const found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const line of linesOf(walker.currentNode)) {
        const said = line.text.trim();
        const wide = [...said].reduce((sum, each) => sum + (each > "\u2e80" ? 2 : 1), 0);
        if (line.wrapped && said && wide <= 6) found.push(said);
      }
    }
    return found;
  }

  const main = document.querySelector("main");
  const bubble = document.querySelector(".bubble");
  const text = document.querySelector(".text");
  const { paddingTop, paddingBottom } = getComputedStyle(main);
  return {
    visible: main.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom),
    message: document.querySelector("article").offsetHeight,
    bubble: bubble.offsetHeight,
    lines: Math.round(text.getBoundingClientRect().height / parseFloat(getComputedStyle(bubble).lineHeight)),
    cut: [...document.querySelectorAll(".label")]
      .map((label) => ({ label: label.textContent, needs: widthOf(label), has: label.clientWidth }))
      .filter(({ needs, has }) => needs > has + 0.5),
    short_ends: shortEnds(text),
  };
})()

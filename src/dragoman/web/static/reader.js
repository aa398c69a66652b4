"use strict";
// Words selected in the text go into the form that proposes a statement. Offsets count code points, as the program does.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const words = selection ? selection.toString().trim() : "";
  if (!words || words.length > 1000 || !selection.anchorNode) return;
  const start = selection.getRangeAt(0).startContainer.parentElement;
  const block = start ? start.closest(".b") : null;
  if (!block) return;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
  document.getElementById("words").value = words;
  document.getElementById("near").value = Number(block.dataset.start) + [...before.toString()].length;
});

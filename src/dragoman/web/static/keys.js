"use strict";
// `/` goes to the search box from anywhere but a field.
document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select, [contenteditable]");
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const box = document.getElementById("q");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
    return;
  }
  // A control that names a key with data-key is pressed by it.
  const wanted = CSS.escape(event.key.toLowerCase());
  const control = document.querySelector(`[data-key="${wanted}"]`);
  if (control) { event.preventDefault(); control.click(); }
});

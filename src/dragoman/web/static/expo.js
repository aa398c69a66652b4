"use strict";
// Names of records while they are typed: the choices of a field come from the site. Without this the fields are plain.
document.addEventListener("input", (event) => {
  const field = event.target.closest("input[data-range]");
  if (!field || field.value.length < 2) return;
  clearTimeout(field.waiting);
  field.waiting = setTimeout(async () => {
    const address = `/records/suggest?range=${encodeURIComponent(field.dataset.range)}&q=${encodeURIComponent(field.value)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const list = document.getElementById(field.getAttribute("list"));
    if (!list) return;
    list.replaceChildren(...(await answer.json()).map((found) => {
      const option = document.createElement("option");
      option.value = found.caption;
      option.label = `${found.caption} (${found.kind})`;
      return option;
    }));
  }, 180);
});

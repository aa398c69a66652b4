"use strict";
// What runs is asked again each second and put in place; a meta refresh does it where there are no scripts.
const ask = async () => {
  const live = document.querySelector("#live[data-poll]");
  if (!live) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
    if (answer.ok && fresh && !live.contains(document.activeElement)) live.replaceWith(document.adoptNode(fresh));
  } catch (error) {
    // the server is away: asked again in a second
  }
  setTimeout(ask, 1000);
};
setTimeout(ask, 1000);

// Files dropped anywhere on the form go into its file field.
for (const field of document.querySelectorAll("input[data-drop]")) {
  const form = field.form;
  const mark = (on) => form.classList.toggle("over", on);
  form.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  form.addEventListener("dragleave", () => mark(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}

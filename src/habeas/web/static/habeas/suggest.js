// Names offered while one is being typed. Without script the form works alone.
"use strict";
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = field.id + "-names";
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting = 0;
  let newest = 0;
  const offer = async () => {
    const asked = ++newest;
    const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(field.value));
    if (!answer.ok || asked !== newest) return;
    const told = await answer.json();
    list.replaceChildren(...told.hits.map((hit) => {
      const option = document.createElement("option");
      option.value = hit.matched;
      if (hit.name !== hit.matched) option.label = hit.name;
      return option;
    }));
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim().length >= 3) waiting = setTimeout(offer, 120);
  });
}

// Keys for the review desk, and words chosen by selecting them in the article. Without script, buttons and the form do the same.
"use strict";
const found = (id) => document.getElementById(id);
const article = found("article");
const refuse = found("refuse");

const chosen = found("chosen");
if (chosen && article) {
  const inside = chosen.offsetTop - article.offsetTop;
  if (article.scrollHeight > article.clientHeight) article.scrollTop = Math.max(0, inside - article.clientHeight / 3);
}

const isTyping = (target) => target.matches("input, textarea, select, [contenteditable]");

const press = {
  a: () => found("accept")?.click(),
  e: () => found("edit")?.click(),
  n: () => found("next")?.click(),
  u: () => found("undo")?.click(),
  r: () => {
    if (!refuse) return;
    refuse.open = true;
    refuse.querySelector("button").focus();
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (refuse?.open && /^[1-9]$/.test(key)) {
    refuse.querySelectorAll("button")[Number(key) - 1]?.click();
  } else if (refuse?.open && key === "escape") {
    refuse.open = false;
  } else if (Object.hasOwn(press, key)) {
    event.preventDefault();
    press[key]();
  }
});

// One decision is sent once, however often its key is pressed.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Words selected in the article become the words of the claim.
const words = found("id_quote");
const near = found("id_near");
if (article && words && near) {
  const left = Number(article.dataset.start || 0);
  const take = () => {
    const selection = document.getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!article.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.setStart(article, 0);
    before.setEnd(range.startContainer, range.startOffset);
    words.value = range.toString();
    near.value = String(left + [...before.toString()].length);
  };
  article.addEventListener("mouseup", take);
  article.addEventListener("keyup", take);
  article.addEventListener("touchend", take);
}

// A button that copies words on the page. Without script they can be marked and copied by hand, and there is no button.
"use strict";
for (const button of document.querySelectorAll("button[data-copies]")) {
  const words = document.getElementById(button.dataset.copies);
  if (!words || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words.textContent.trim());
    button.textContent = "Copied";
  });
}

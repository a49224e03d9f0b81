/* Copies the text of a field; the button shows itself only where the browser can do it. */

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  const said = document.getElementById(`${button.dataset.copy}-copied`);
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = button.dataset.done;
  } catch {
    field.select();
    said.textContent = button.dataset.byHand;
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

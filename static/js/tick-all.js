// One box ticks all others of its form.
for (const box of document.querySelectorAll("[data-tick-all]")) {
  box.addEventListener("change", () => {
    for (const other of box.form.querySelectorAll("input[type=checkbox]")) {
      other.checked = box.checked;
    }
  });
}

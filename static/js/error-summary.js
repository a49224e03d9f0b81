/* Brings the reader to the summary of what went wrong. A fragment in the address moves the focus
   while the page loads, so this waits until it has. */

function bring() {
  document.querySelector("[data-problems]")?.focus();
}

if (document.readyState === "complete") bring();
else window.addEventListener("load", () => requestAnimationFrame(bring));

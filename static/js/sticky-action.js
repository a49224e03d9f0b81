/* Keeps the action beside the words while they are read, but only if all of it fits the window:
   a taller one would hide the field that has the focus. */

const action = document.querySelector(".alert-page__action");

function settle() {
  const room = window.innerHeight - 2 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  action.classList.toggle("is-sticky", action.offsetHeight <= room);
}

if (action) {
  new ResizeObserver(settle).observe(action);
  window.addEventListener("resize", settle);
}

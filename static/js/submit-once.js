/* A second, hurried press on a button sends nothing. Coming back to the page frees it again, and so
   does a while without an answer: the reader may have stopped the page. */

const sent = new WeakSet();
const PATIENCE = 10_000;

function mark(form, isSent) {
  for (const button of form.querySelectorAll("[type=submit]")) {
    if (isSent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function release(form) {
  sent.delete(form);
  mark(form, false);
}

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  mark(form, true);
  setTimeout(release, PATIENCE, form);
});

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) release(form);
});

/* A second, hurried press on a button sends nothing; coming back to the page frees it again. */

const sent = new WeakSet();

function mark(form, isSent) {
  for (const button of form.querySelectorAll("[type=submit]")) {
    button.toggleAttribute("data-sent", isSent);
    if (isSent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  mark(form, true);
});

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    sent.delete(form);
    mark(form, false);
  }
});

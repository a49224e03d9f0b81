/* Fills in what this device remembers of its owner, who ticked that it may: it is kept in the
   browser's own storage, goes nowhere but into a form, and is erased by a button beside it. */

const KEY = "altavoz.details";
const NAMES = [
  ...["name", "title", "organisation", "email", "phone"],
  ...["city", "zip", "country", "postal_code"],
];

/* What was remembered, by field; nothing where the browser keeps nothing or holds something odd. */
function remembered() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

function canKeep() {
  try {
    localStorage.setItem(`${KEY}.try`, "");
    localStorage.removeItem(`${KEY}.try`);
    return true;
  } catch {
    return false;
  }
}

function fieldsOf(form) {
  const named = NAMES.map((name) => form.elements.namedItem(name));
  return named.filter((field) => field?.matches?.("input:not([type=hidden]), select"));
}

/* A select is as its page began it until somebody chooses. */
function isUntouched(field) {
  if (field.matches("select")) return field.options[field.selectedIndex]?.defaultSelected ?? true;
  return field.value === "";
}

/* Returns whether that changed anything; a select takes only what it offers. */
function fill(field, value) {
  const before = field.value;
  if (typeof value !== "string" || !value || value === before || !isUntouched(field)) return false;
  field.value = value;
  if (field.value !== value) field.value = before;
  return field.value === value;
}

function clear(field) {
  field.value = field.matches("select") ? field.querySelector("[selected]").value : "";
}

/* Keeps what was filled in, beside what other forms have asked for. */
function keep(form) {
  const typed = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  const said = Object.entries({ ...remembered(), ...typed }).filter(([, value]) => value);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(said)));
}

function start(box) {
  const form = box.closest("form");
  const known = remembered();
  const part = (name) => box.querySelector(`[data-${name}]`);
  const knows = Object.keys(known).length > 0;
  // A form that came back says what its owner wrote, and left empty, last.
  const isFresh = !form.querySelector("[data-problems]");
  const filled = isFresh ? fieldsOf(form).filter((field) => fill(field, known[field.name])) : [];

  for (const field of filled) field.closest("details")?.setAttribute("open", "");
  part("filled").hidden = filled.length === 0;
  part("keep").checked = knows;
  part("forget").hidden = !knows;
  box.hidden = false;

  form.addEventListener("submit", () => {
    if (part("keep").checked) keep(form);
    else localStorage.removeItem(KEY);
  });
  part("forget").addEventListener("click", () => {
    localStorage.removeItem(KEY);
    for (const field of filled) if (field.value === known[field.name]) clear(field);
    part("keep").checked = false;
    part("filled").hidden = true;
    part("forget").hidden = true;
    part("forgotten").textContent = part("forget").dataset.done;
    part("keep").focus();
  });
}

if (canKeep()) {
  for (const box of document.querySelectorAll("[data-remember]")) {
    if (!box.closest("fieldset:disabled")) start(box);
  }
}

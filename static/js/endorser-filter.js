/* Filters a list of endorsers while the reader types. Without this the form asks the server.

   A page that the server has filtered holds only what was asked for; the whole list is fetched
   when the reader first changes anything. */

const FIELDS = ["q", "state", "kind", "language"];
const BREATH = 150; // milliseconds without a key, before the number found is read aloud
const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });

/* As coalition/listing/filters.py folds: letters, digits and spaces, without case and accents. */
function folded(text) {
  const small = text.normalize("NFKD").replace(/[^\p{L}\p{N}\s]/gu, "").toLowerCase();
  return small.replaceAll("ß", "ss").replaceAll("ς", "σ");
}

function asked(form) {
  const fields = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, (fields.get(name) ?? "").trim()]));
}

/* The link to the whole list only leads there while the address tells what was asked for, and the
   address follows the typing a moment later: so the form is emptied instead. */
function clear(form) {
  for (const name of FIELDS) if (form.elements[name]) form.elements[name].value = "";
  form.elements.q.focus();
}

function isWanted(item, wanted, words) {
  const { kind, languages = "" } = item.dataset;
  if (wanted.state && !item.closest(`[data-place="${CSS.escape(wanted.state)}"]`)) return false;
  if (wanted.kind && kind !== wanted.kind) return false;
  if (wanted.language && !languages.split(" ").includes(wanted.language)) return false;
  item.text ??= folded([...item.querySelectorAll("bdi")].map((part) => part.textContent).join(" "));
  return words.every((word) => item.text.includes(word));
}

/* Shows who is wanted, no heading without anybody under it, and where nobody is, that; returns how
   many people or organizations that is, each counted once however often it is listed. */
function show(list, wanted) {
  const words = folded(wanted.q).split(/\s+/).filter(Boolean);
  const found = new Set();
  for (const item of list.querySelectorAll("[data-kind]")) {
    item.hidden = !isWanted(item, wanted, words);
    if (!item.hidden) found.add(item.dataset.key ?? item);
  }
  for (const part of list.querySelectorAll("section")) {
    part.hidden = !part.querySelector("[data-kind]:not([hidden])");
  }
  for (const link of list.querySelectorAll(".endorsers__jumps a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    link.parentElement.hidden = heading?.closest("section").hidden ?? true;
  }
  list.querySelector("[data-none]").hidden = found.size > 0;
  return found.size;
}

function tell(form, wanted, shown) {
  const line = form.querySelector("[role=status]");
  const { shown: words, all } = line.dataset;
  const isFiltered = Object.values(wanted).some(Boolean);
  const said = words.replace("{shown}", number.format(shown)).replace("{all}", number.format(all));
  line.textContent = isFiltered ? said : "";
}

function remember(form, wanted) {
  const address = new URL(location.href);
  if (address.pathname !== new URL(form.action).pathname) return;
  for (const [name, value] of Object.entries(wanted)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

/* Puts everything around the form in place as the whole list has it. */
async function takeWhole(list, form) {
  const answer = await fetch(form.action);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const whole = page.getElementById(list.id);
  while (form.nextSibling) form.nextSibling.remove();
  const after = [...whole.children].filter((part) => !part.matches("form, script"));
  list.append(...after);
}

function start(form) {
  const list = form.closest(".endorsers");
  let whole = "filtered" in form.dataset ? undefined : Promise.resolve();
  let pause;

  async function update() {
    try {
      await (whole ??= takeWhole(list, form));
    } catch {
      form.submit();
      return;
    }
    const wanted = asked(form);
    const shown = show(list, wanted);
    clearTimeout(pause);
    pause = setTimeout(() => {
      tell(form, wanted, shown);
      remember(form, wanted);
    }, BREATH);
  }

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  list.addEventListener("click", (event) => {
    const isForHere = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!isForHere || !event.target.closest("[data-whole]")) return;
    event.preventDefault();
    clear(form);
    update();
  });
  // Coming back, a browser may fill in again what was typed before.
  if (whole && Object.values(asked(form)).some(Boolean)) update();
}

for (const form of document.querySelectorAll("[data-endorser-filters]")) start(form);

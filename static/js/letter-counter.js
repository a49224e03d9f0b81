/* Tells how much of a long field is filled, in the digits of the page's language. */

const number = new Intl.NumberFormat(document.documentElement.lang);

function tell(field, line) {
  const limit = Number(line.dataset.limit);
  line.textContent = line.dataset.counter
    .replace("{typed}", number.format(field.value.length))
    .replace("{limit}", number.format(limit));
  line.classList.toggle("field__count--over", field.value.length > limit);
}

for (const line of document.querySelectorAll("[data-counter]")) {
  const field = document.getElementById(line.dataset.for);
  line.hidden = false;
  tell(field, line);
  field.addEventListener("input", () => tell(field, line));
}

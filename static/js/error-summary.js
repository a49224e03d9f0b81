/* Brings the reader to the summary of what went wrong. */

document.querySelector("[data-problems]")?.focus();

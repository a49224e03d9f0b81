/* Brings the count of a petition up to date while its page is open and looked at. Without this the
   page tells the number of the moment it was made. */

const PAUSE = 30_000;
const LONGEST_PAUSE = 15 * 60_000;

async function bring(part) {
  const answer = await fetch(part.dataset.liveCount, { credentials: "omit" });
  if (!answer.ok) throw new Error(answer.status);
  const { count, goal, words } = await answer.json();
  if (part.words === words) return;
  part.words = words;
  const told = new DOMParser().parseFromString(words, "text/html");
  part.querySelector("[data-live-words]").replaceChildren(...told.body.children);
  Object.assign(part.querySelector("progress"), { max: goal, value: count });
}

function follow(part) {
  let pause = PAUSE;
  let waiting;

  async function look() {
    clearTimeout(waiting);
    if (document.hidden) return;
    try {
      await bring(part);
      pause = PAUSE;
    } catch {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    waiting = setTimeout(look, pause);
  }

  document.addEventListener("visibilitychange", look);
  look();
}

for (const part of document.querySelectorAll("[data-live-count]")) follow(part);

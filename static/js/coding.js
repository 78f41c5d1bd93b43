// The queue of texts: a key gives the code, and the page goes on when the server has it. While the
// line is down the text stays where it is, and its code goes again until it is kept.

const PAUSE = 2000; // ms until it is tried again
const PATIENCE = 8000; // ms
const FIELDS = "input, textarea, select";

let waiting; // what no answer has come to: { url, body, code }
let busy = false;
let again;

document.addEventListener("submit", onSubmit);
document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
window.addEventListener("online", () => waiting && send());
window.addEventListener("beforeunload", (event) => waiting && event.preventDefault());

const main = () => document.getElementById("main");

function onSubmit(event) {
  const form = event.target.closest("#coding, .coding form");
  if (!form) return;
  event.preventDefault();
  if (busy) return;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  body.set("_js", "1");
  waiting = { url: form.action, body, code: event.submitter?.value ?? "" };
  mark(event.submitter);
  send();
}

/** The second of two quick clicks belongs to the text before; and back goes without a new page. */
function onClick(event) {
  const link = event.target.closest("a[data-back]");
  if (event.detail > 1 && event.target.closest(".coding button, a[data-back]")) {
    event.preventDefault();
  } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    back(link);
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest(FIELDS)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key.toLowerCase();
  const pressed = { z: "#back", backspace: "#back", m: "#memo" }[key];
  const target = document.querySelector(
    pressed ?? (/^[0-9]$/.test(key) ? `[data-key="${key}"]` : "x-none"),
  );
  if (!target) return;
  event.preventDefault();
  if (key === "m") write(target);
  else target.click();
}

function write(memo) {
  memo.closest("details").open = true;
  memo.focus();
}

/** What was chosen is shown at once; that it is kept is shown by the next text. */
function mark(button) {
  for (const one of document.querySelectorAll(".coding [aria-pressed]")) {
    one.removeAttribute("aria-pressed");
  }
  if (button?.name === "code") button.setAttribute("aria-pressed", "true");
}

async function send() {
  if (busy || !waiting) return;
  busy = true;
  clearTimeout(again);
  const { url, body, code } = waiting;
  try {
    await show(await asked(url, { method: "POST", body }));
    waiting = undefined;
  } catch {
    tell(main().dataset.notKept.replace("{code}", code || "0"));
    again = setTimeout(send, PAUSE);
  } finally {
    busy = false;
  }
}

async function back(link) {
  if (busy || waiting) return;
  busy = true;
  try {
    await show(await asked(link.href, {}));
  } catch {
    tell(main().dataset.notMoved);
  } finally {
    busy = false;
  }
}

/** The answer, be it yes or no; whatever the server could not do is tried again. */
async function asked(url, options) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  if (response.status >= 500) throw new Error(String(response.status));
  return response;
}

/** The page that came instead of this one; one that is none of the queue is opened. */
async function show(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const whole = page.getElementById("whole");
  if (!whole) {
    waiting = undefined;
    window.location.assign(response.url);
    return;
  }
  document.getElementById("whole").replaceWith(whole);
  document.title = page.title;
  window.history.replaceState(null, "", response.url);
  window.scrollTo(0, 0);
  document.getElementById("text").focus({ preventScroll: true });
}

function tell(sentence) {
  const told = document.querySelector("[data-said]");
  if (told) told.textContent = sentence;
}

// What was typed and has not arrived yet outlives a reload, a closed tab and a stopped server.
// A draft belongs to one form of one stage; when the stage is over its text is offered to copy.

import { drop, forgetOthers, keep, kept, keys } from "./keeping.js";
import { said } from "./words.js";

const TYPING = ["input", "change", "click", "pointerup", "keyup"];
const LOST = "lost";
const met = new WeakMap(); // form -> what stood in it before anything was typed

/** The draft of a form: its stage and its name. */
export const keyOf = (form) =>
  `${form.elements._round.value}-${form.elements._stage.value} ${form.id}`;

function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (!name.startsWith("_")) fields[name] = value;
  return fields;
}

/** The words in a form that were typed since it came. */
function wordsOf(form) {
  const areas = Array.from(form.querySelectorAll("textarea"));
  const written = areas.filter((area) => area.value !== area.defaultValue);
  return written.map((area) => area.value.trim()).filter(Boolean).join(" ");
}

function onTyping(event) {
  const form = event.target.closest?.("form[data-command]");
  if (!form || form.dataset.sent || !met.has(form)) return;
  const key = keyOf(form);
  const fields = fieldsOf(form);
  const sent = kept(key)?.sent;
  if (!sent && JSON.stringify(fields) === met.get(form)) drop(key);
  else keep(key, { fields, sent, words: wordsOf(form) });
}

/** Whether anything stands here that was typed and not sent. */
export const typed = () => keys().some((key) => key !== LOST && !kept(key)?.sent);

// ---------------------------------------------------------------- sent, and not answered yet

/** On its way: after a reload it goes again, under the same id. */
export function isSent(form, message) {
  const sent = { message, action: form.action };
  keep(keyOf(form), { fields: fieldsOf(form), sent, words: wordsOf(form) });
}

/** Not taken: it stands there to be changed, or to be copied if the stage is over. */
export function isRefused(key) {
  const draft = kept(key);
  if (draft) keep(key, { fields: draft.fields, words: draft.words });
  offerWhatIsOver();
}

/** Taken, and durable. */
export const isTaken = drop;

/** What an earlier page sent and heard no answer to. */
export const unanswered = () =>
  keys().flatMap((key) => {
    const draft = kept(key);
    return draft?.sent ? [{ key, ...draft.sent }] : [];
  });

// ---------------------------------------------------------------- back again

function restore(form, fields) {
  for (const control of form.elements) {
    if (!(control.name in fields) || control.name.startsWith("_")) continue;
    if (control.type === "radio") control.checked = control.value === fields[control.name];
    else if (control.type === "checkbox") control.checked = true;
    else control.value = fields[control.name];
  }
  for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
}

/** After the page or a push came: forms that are new here get back what was typed in them. */
export function showDrafts() {
  for (const form of document.querySelectorAll("form[data-command]")) {
    if (met.has(form)) continue;
    met.set(form, JSON.stringify(fieldsOf(form)));
    const draft = kept(keyOf(form));
    if (draft) restore(form, draft.fields);
  }
  offerWhatIsOver();
}

// ---------------------------------------------------------------- too late

/** The stage is over: what cannot be sent any more can still be copied. */
function offerWhatIsOver() {
  const place = document.querySelector("#now [data-screen]")?.dataset.screen.split("-");
  if (!place) return;
  const now = `${place.at(-2)}-${place.at(-1)} `;
  for (const key of keys()) {
    const draft = kept(key);
    if (key === LOST || key.startsWith(now) || draft?.sent) continue;
    offer(draft?.words);
    drop(key);
  }
}

/** A push removes a form one was writing in: what stood there is not lost. */
export function rescue(form) {
  if (!form.dataset.sent) offer(wordsOf(form));
  if (!kept(keyOf(form))?.sent) drop(keyOf(form));
}

function offer(words) {
  if (!words) return;
  keep(LOST, { text: [kept(LOST)?.text, words].filter(Boolean).join(" / ") });
  show(kept(LOST)?.text ?? words);
}

const show = (text) => putUp(`${said("draft")} ${text}`);

/** What was sent was not taken, and its form is gone: said where it stands until it is read. */
export function tellLost(sentence) {
  if (!kept(LOST)) putUp(sentence);
}

function putUp(sentence) {
  const toast = document.getElementById("toast");
  const words = document.createElement("p");
  const close = document.createElement("button");
  words.textContent = sentence;
  close.type = "button";
  close.className = "btn btn--quiet";
  close.textContent = said("close");
  close.addEventListener("click", () => {
    drop(LOST);
    toast.hidden = true;
  });
  toast.replaceChildren(words, close);
  toast.hidden = false;
}

export function startDrafts() {
  forgetOthers();
  const lost = kept(LOST);
  if (lost) show(lost.text);
  for (const kind of TYPING) document.addEventListener(kind, onTyping);
}

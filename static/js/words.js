// Texts stand in the page, where the server put them; scripts only pick and fill.

const place = (id) => document.getElementById(id);

/** A sentence kept in a data attribute of #line, with {names} filled. */
export function said(key, filled = {}) {
  const sentence = place("line")?.dataset[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
}

/** Read aloud, not shown; the same once more, too. */
export function say(sentence) {
  const status = place("say");
  if (status) status.textContent = status.textContent === sentence ? `${sentence}\u00a0` : sentence;
}

/** Whether keys go into a field. */
export function typing(target) {
  return target.matches("input, select, textarea, [contenteditable]");
}

/** The time of day as the reader's own device sets it. */
export function timeOfDay(date = new Date()) {
  return date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

// What this device keeps for this student, and for nobody else: a browser may be shared. Where
// nothing can be stored (a private window, a full disk) nothing is kept, and nothing breaks.

const OURS = "distant-war";
const LONGEST = 12 * 60 * 60 * 1000; // ms
const { seat } = document.body.dataset; // the class and the student; empty where nobody sits
const mine = `${OURS} ${seat} `;

function stored() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(key) {
  try {
    return JSON.parse(stored()?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function remove(key) {
  try {
    stored()?.removeItem(key);
  } catch {}
}

function names() {
  try {
    return Object.keys(stored() ?? {}).filter((name) => name.startsWith(OURS));
  } catch {
    return [];
  }
}

/** What is kept under this key, or null. */
export const kept = (key) => read(mine + key);

export const drop = (key) => remove(mine + key);

export function keep(key, value) {
  try {
    stored()?.setItem(mine + key, JSON.stringify({ ...value, at: Date.now() }));
  } catch {}
}

/** All keys of this student. */
export const keys = () =>
  names()
    .filter((name) => name.startsWith(mine))
    .map((name) => name.slice(mine.length));

/** Another student sits here now, or it was hours ago: nobody is shown what was typed then. */
export function forgetOthers() {
  for (const name of names()) {
    const fresh = Date.now() - (read(name)?.at ?? 0) < LONGEST;
    if (!name.startsWith(mine) || !fresh) remove(name);
  }
}

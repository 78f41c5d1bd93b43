// The map: units walk from where they stood to where they stand; then threads and empty places
// appear. Only units move, and with reduced motion nothing does.

const STEP = 30; // ms from one unit to the next, home first
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function placeOf(unit) {
  return unit.getAttribute("transform");
}

/** Where every unit of every map stands now. */
export function remember(root = document) {
  return new Map(Array.from(root.querySelectorAll(".unit-g"), (unit) => [unit.id, placeOf(unit)]));
}

/** Let every unit walk from where it was remembered. */
export function march(before, { root = document, duration = 900 } = {}) {
  if (calm.matches) return;
  for (const map of root.querySelectorAll("svg.forces")) {
    const units = Array.from(map.querySelectorAll(".unit-g"));
    const walking = units.filter(
      (unit) => before.has(unit.id) && before.get(unit.id) !== placeOf(unit),
    );
    walking.forEach((unit, i) => {
      walk(unit, before.get(unit.id), duration, i * STEP);
    });
    appear(map, Math.max(0, ...units.map(stillToGo)));
  }
}

function css(place) {
  return place.replace(/translate\((\S+) (\S+)\)/, "translate($1px, $2px)");
}

function walk(unit, from, duration, delay) {
  const steps = [{ transform: css(from) }, { transform: css(placeOf(unit)) }];
  unit.animate(steps, { duration, delay, fill: "backwards", easing: "cubic-bezier(.3, 0, .2, 1)" });
}

/** A push may come while units walk: what they leave behind still waits for the last of them. */
function stillToGo(unit) {
  const [walked] = unit.getAnimations();
  return walked ? walked.effect.getComputedTiming().endTime - (walked.currentTime ?? 0) : 0;
}

function appear(map, delay) {
  if (delay <= 0) return;
  for (const part of map.querySelectorAll(".thread, .thread-a, .gone, .ally-gone")) {
    for (const shown of part.getAnimations()) shown.cancel();
    part.animate([{ opacity: 0 }, { opacity: 0 }], { duration: delay });
  }
}

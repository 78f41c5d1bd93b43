// Words: what is left to write is counted, and a line of the list shows the field it needs.

function count(area) {
  const told = document.getElementById(`${area.id}-count`);
  if (!told) return;
  told.textContent = area.value ? `${area.value.length} of ${area.maxLength}` : told.dataset.most;
}

function needs(select) {
  const wanted = select.selectedOptions[0]?.dataset.needs ?? "";
  for (const field of select.form.querySelectorAll("[data-for]")) {
    field.hidden = field.dataset.for !== wanted;
  }
}

export function startWriting() {
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea[data-count]")) count(event.target);
    if (event.target.matches?.("select[data-code]")) needs(event.target);
  });
}

/** After the page or a push came, or a form was emptied. */
export function showWriting(root = document) {
  for (const area of root.querySelectorAll("textarea[data-count]")) count(area);
  for (const select of root.querySelectorAll("select[data-code]")) needs(select);
}

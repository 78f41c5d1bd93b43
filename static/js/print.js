// The report's button: the browser's own dialogue prints it, or saves it as PDF.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

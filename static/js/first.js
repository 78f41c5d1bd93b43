// Before anything is drawn: scripts run here, so controls that need them may show.
document.documentElement.classList.add("js");

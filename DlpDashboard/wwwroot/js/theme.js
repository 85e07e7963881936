// Runs before the first paint, so that a remembered choice never flashes. "system" is the absence of a choice.
(() => {
  const key = "dlp.theme";
  const apply = (choice) => {
    if (choice === "light" || choice === "dark") {
      document.documentElement.dataset.theme = choice;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };
  const read = () => {
    try { return localStorage.getItem(key) ?? "system"; } catch { return "system"; }
  };
  apply(read());
  window.addEventListener("storage", (change) => { if (change.key === key) { apply(read()); } });
  window.dlpTheme = {
    read,
    choose(choice) {
      apply(choice);
      try {
        if (choice === "system") { localStorage.removeItem(key); } else { localStorage.setItem(key, choice); }
      } catch { /* A browser without storage still has the choice until it reloads. */ }
    },
  };
})();

// The client puts a class on the dialog for each state of the connection; a modal keeps hands off what cannot answer.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  const states = ["show", "failed", "rejected"];
  const has = (state) => dialog.classList.contains(`components-reconnect-${state}`);
  new MutationObserver(() => {
    if (has("hide") || !states.some(has)) {
      if (dialog.open) { dialog.close(); }
    } else if (!dialog.open) {
      dialog.showModal();
    }
  }).observe(dialog, { attributes: true, attributeFilter: ["class"] });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  for (const button of dialog.querySelectorAll("[data-reload]")) { button.addEventListener("click", () => location.reload()); }
  for (const button of dialog.querySelectorAll("[data-retry]")) {
    button.addEventListener("click", async () => {
      if (!await Blazor.reconnect().catch(() => false)) { location.reload(); }
    });
  }
})();

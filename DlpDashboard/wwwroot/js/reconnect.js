// The client puts a class on the dialog for each state of the connection; a modal keeps hands off what cannot answer.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  const states = ["show", "failed", "rejected"];
  const has = (state) => dialog.classList.contains(`components-reconnect-${state}`);
  // What somebody typed into a form and did not save yet: such a page waits for the person, any other begins anew by itself.
  const typed = new Set();
  document.addEventListener("input", (event) => { if (event.target.closest("main form")) { typed.add(event.target); } });
  const holdsWork = () => [...typed].some((field) => field.isConnected);

  new MutationObserver(() => {
    if (has("rejected") && !holdsWork()) {
      location.reload();
      return;
    }
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

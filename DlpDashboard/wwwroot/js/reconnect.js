// The client puts a class on the dialog for each state of the connection; a modal keeps hands off what cannot answer.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  const stopped = document.getElementById("blazor-error-ui");
  const drafts = window.dlpDrafts;

  const reload = () => {
    drafts.keep();
    // The question whether to leave unsaved values is for people who leave; these are kept.
    window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
    location.reload();
  };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-reload]")) { reload(); } });
  // A window that is loaded again asks for its new document before its old circuit is gone: once more, then the person decides.
  try {
    const refused = "dlp.refused";
    if (!document.querySelector("[data-refused]")) {
      sessionStorage.removeItem(refused);
    } else if (!sessionStorage.getItem(refused)) {
      sessionStorage.setItem(refused, "once");
      setTimeout(() => location.reload(), 700);
    }
  } catch { /* Without storage only the button asks again. */ }
  if (!dialog) { return; }

  const states = ["show", "failed", "rejected"];
  const has = (state) => dialog.classList.contains(`components-reconnect-${state}`);
  new MutationObserver(() => {
    // A page on which nothing was typed begins anew by itself; any other waits for the person.
    if (has("rejected") && !drafts.holdsWork()) {
      location.reload();
      return;
    }
    if (has("hide") || !states.some(has)) {
      drafts.forget();
      if (dialog.open) { dialog.close(); }
    } else {
      // Kept at once: the person may also use the browser's own reload.
      drafts.keep();
      if (!dialog.open) { dialog.showModal(); }
    }
  }).observe(dialog, { attributes: true, attributeFilter: ["class"] });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  for (const button of dialog.querySelectorAll("[data-retry]")) {
    button.addEventListener("click", async () => {
      if (!await Blazor.reconnect().catch(() => false)) { reload(); }
    });
  }

  // A circuit that never began: the document, asked for again, says why. Once, so that nothing turns in circles.
  const once = "dlp.asked-again";
  new MutationObserver(() => {
    if (stopped.style.display !== "block") { return; }
    drafts.keep();
    let last = 0;
    try { last = Number(sessionStorage.getItem(once)); } catch { return; }
    if (!document.querySelector(".app-frame") && Date.now() - last > 30_000) {
      sessionStorage.setItem(once, Date.now());
      location.reload();
    }
  }).observe(stopped, { attributes: true, attributeFilter: ["style"] });
})();

// Menus are <details class="menu">, on static pages too: a press outside or Escape folds them.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target) || event.target.closest("[data-closes-menu]")) { menu.open = false; }
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") { return; }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
    event.preventDefault();
  }
});

// Help tips: a button names its explanation by aria-controls. Escape folds the explanation and not the dialog around it.
const explanation = (button) => document.getElementById(button.getAttribute("aria-controls"));
const openTips = () => document.querySelectorAll('button[data-help-tip][aria-expanded="true"]');
function showTip(button, open) {
  button.setAttribute("aria-expanded", open ? "true" : "false");
  const pane = explanation(button);
  if (!pane) { return; }
  pane.hidden = !open;
  pane.style.marginLeft = "";
  const over = pane.getBoundingClientRect().right - (document.documentElement.clientWidth - 12);
  if (open && over > 0) { pane.style.marginLeft = `${-over}px`; }
}
document.addEventListener("click", (event) => {
  const asked = event.target.closest("button[data-help-tip]");
  const wasOpen = asked?.getAttribute("aria-expanded") === "true";
  for (const button of openTips()) {
    if (!explanation(button)?.contains(event.target)) { showTip(button, false); }
  }
  if (asked && !wasOpen) { showTip(asked, true); }
});
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" ? [...openTips()] : [];
  if (open.length === 0) { return; }
  open.forEach((button) => showTip(button, false));
  event.preventDefault();
  event.stopPropagation();
}, true);

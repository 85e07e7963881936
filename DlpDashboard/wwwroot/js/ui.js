// What only the browser can do. Imported once a circuit by UI/Browser.cs; nothing here decides anything about data.

export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";

export function readPreference(name) {
  try { return localStorage.getItem(`dlp.${name}`); } catch { return null; }
}

export function writePreference(name, value) {
  try { localStorage.setItem(`dlp.${name}`, value); } catch { /* Private windows may refuse; the choice then lasts for this page. */ }
}

export const readTheme = () => window.dlpTheme.read();
export const chooseTheme = (choice) => window.dlpTheme.choose(choice);

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// A box whose text may be longer than one message of the circuit: it goes as a stream.
export const readText = (box, most) => new Blob([(box?.value ?? "").slice(0, most)]);
export function writeText(box, text) { if (box) { box.value = text; } }

// A file of what stands on the page only: it goes from the browser's memory to its disk.
export function saveText(name, text) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const reveal = (selector) => document.querySelector(selector)?.scrollIntoView({ block: "nearest" });

// Not at once: the dialog holds the page up, and the circuit's answer must be out first.
export const print = () => void setTimeout(() => window.print());

export const focus = (selector) => document.querySelector(selector)?.focus();

// Dialogs: the browser's own modal gives the focus trap, the inert background and the way back of the focus.
const dialogs = new WeakMap();

export function openDialog(dialog, owner) {
  if (!dialog || dialogs.has(dialog)) { return; }
  const ask = () => owner.invokeMethodAsync("AskToClose").catch(() => {});
  const onCancel = (event) => { event.preventDefault(); ask(); };
  const onKey = (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      ask();
    } else if (/^Arrow(Up|Down)$/.test(event.key) && event.target.getAttribute("role") === "combobox") {
      // The arrows move in the list below; the caret stays where it is.
      event.preventDefault();
    }
  };
  const onDown = (event) => { if (event.target === dialog) { ask(); } };
  dialog.addEventListener("cancel", onCancel);
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("mousedown", onDown);
  dialogs.set(dialog, { before: document.activeElement, onCancel, onKey, onDown });
  if (!dialog.open) { dialog.showModal(); }
  dialog.querySelector("[data-first-focus]")?.focus();
}

export function closeDialog(dialog) {
  const held = dialogs.get(dialog);
  if (!held) { return; }
  dialogs.delete(dialog);
  dialog.removeEventListener("cancel", held.onCancel);
  dialog.removeEventListener("keydown", held.onKey);
  dialog.removeEventListener("mousedown", held.onDown);
  if (dialog.open) { dialog.close(); }
  if (held.before?.isConnected) { held.before.focus(); }
}

// Rows: arrows move the focus inside the browser, so that holding a key never waits for the server.
// Enter, and a press anywhere on a row, go through the row's own link or button; Space through its checkbox.
const idle = "a, button, input, select, textarea, label, summary, [data-stays]";

export function watchRows(table) {
  const rows = () => [...table.querySelectorAll("tr[data-row]")];
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const row = event.target.closest("tr[data-row]");
    if (event.target === row && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      row.querySelector(event.key === "Enter" ? "[data-open]" : "input[data-choose]")?.click();
      return;
    }
    if (!["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) { return; }
    if (/^(input|select|textarea)$/i.test(event.target.tagName) && event.target.type !== "checkbox") { return; }
    const all = rows();
    if (all.length === 0) { return; }
    const at = all.indexOf(row);
    const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1
      : event.key === "ArrowDown" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
    event.preventDefault();
    all[to].focus({ preventScroll: true });
    all[to].scrollIntoView({ block: "nearest" });
  };
  const onPress = (event) => {
    const row = event.target.closest("tr[data-row]");
    if (!row || event.target.closest(idle) || !getSelection().isCollapsed) { return; }
    row.querySelector("[data-open]")?.click();
  };
  table.addEventListener("keydown", onKey);
  table.addEventListener("click", onPress);
  return {
    stop() {
      table.removeEventListener("keydown", onKey);
      table.removeEventListener("click", onPress);
    },
  };
}

// Tells once each time the end comes near; the owner asks again after it has drawn the next rows.
export function watchEnd(mark, owner) {
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) { owner.invokeMethodAsync("NearEnd").catch(() => {}); }
  }, { rootMargin: "900px 0px" });
  watcher.observe(mark);
  return {
    again() { watcher.unobserve(mark); watcher.observe(mark); },
    stop() { watcher.disconnect(); },
  };
}

export const watchAgain = (watch) => watch.again();

// Keys: Ctrl-K and ? ask the server to open; "g x" follows the navigation link that names it.
export function watchKeys(owner) {
  let first = null;
  let until = 0;
  const typing = (target) => target.isContentEditable || (/^(input|select|textarea)$/i.test(target.tagName) && !["checkbox", "radio", "button"].includes(target.type));
  const onKey = (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      owner.invokeMethodAsync("OpenPalette").catch(() => {});
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target) || document.querySelector("dialog:modal")) { return; }
    if (readPreference("keys") === "off") { return; }
    if (event.key === "?") {
      event.preventDefault();
      owner.invokeMethodAsync("OpenHelp").catch(() => {});
      return;
    }
    if (event.key === "/") {
      const search = document.querySelector("main input[type=search]");
      if (search) { event.preventDefault(); search.focus(); }
      return;
    }
    if (first && event.timeStamp < until) {
      const link = document.querySelector(`a[data-keys="${CSS.escape(first)} ${CSS.escape(event.key)}"]`);
      first = null;
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    first = event.key === "g" ? "g" : null;
    until = event.timeStamp + 1200;
  };
  document.addEventListener("keydown", onKey);
  return { stop: () => document.removeEventListener("keydown", onKey) };
}

export const scrollToTop = () => document.querySelector("main")?.scrollTo(0, 0);

// The component library's theme and script weigh 1 MB: they come with the first part that needs them.
let library;
export function loadLibrary(style, bridge, script) {
  library ??= Promise.all([
    ...[style, bridge].map((href) => new Promise((done) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done });
      document.head.append(link);
    })),
    new Promise((done) => {
      const element = Object.assign(document.createElement("script"), { src: script, onload: done, onerror: done });
      document.head.append(element);
    }),
  ]).then(() => undefined);
  return library;
}

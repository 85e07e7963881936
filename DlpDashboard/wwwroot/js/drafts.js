// What somebody typed into a form and did not save yet outlives a broken connection and the reload after it: it waits in this tab's own
// storage, for this person and this address, and is put back as if typed again. Secrets are never kept.
window.dlpDrafts = (() => {
  const place = "dlp.draft";
  const keptFor = 30 * 60 * 1000;
  const longest = 200_000;
  const typed = new Set();

  const form = (field) => field.closest("main form");
  const isSecret = (field) => ["password", "file", "hidden"].includes(field.type) || /^(new|current)-password$/.test(field.autocomplete ?? "");
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
  const words = (field) => (field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? field.id).trim().replace(/\s+/g, " ").slice(0, 120);
  const keyOf = (field) => JSON.stringify([form(field)?.getAttribute("aria-label") ?? "", field.type, field.id || field.name || words(field), field.type === "radio" ? field.value : ""]);
  const read = () => { try { return JSON.parse(sessionStorage.getItem(place)); } catch { return null; } };
  const forget = () => { try { sessionStorage.removeItem(place); } catch { /* Nothing was kept then. */ } };
  const here = () => location.pathname + location.search;
  const work = () => [...typed].filter((field) => field.isConnected);

  const note = (event) => {
    // A form that was sent keeps what it must by itself; the order of typing is the order of putting back.
    if (form(event.target)) { typed.delete(event.target); typed.add(event.target); }
  };
  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);

  function keep() {
    const fields = work();
    if (fields.length === 0) { return; }
    const saved = fields.filter((field) => !isSecret(field)).map((field) => ({
      key: keyOf(field), words: words(field), value: isChoice(field) ? field.checked : field.value,
    }));
    const draft = JSON.stringify({ person: document.body.dataset.person, at: Date.now(), address: here(), secrets: fields.some(isSecret), fields: saved });
    if (draft.length > longest) { return; }
    try { sessionStorage.setItem(place, draft); } catch { /* Storage is full or off: the dialog has told what is to be copied. */ }
  }

  const find = (key) => [...document.querySelectorAll("main form input, main form select, main form textarea")].find((field) => !field.disabled && keyOf(field) === key);
  const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

  async function appears(key, until) {
    for (;;) {
      const field = find(key);
      if (field || Date.now() > until) { return field; }
      await pause(50);
    }
  }

  async function put(saved, until) {
    const field = await appears(saved.key, until);
    if (!field) { return false; }
    if (isChoice(field)) {
      if (field.checked !== saved.value) { field.click(); }
    } else if (field.value !== saved.value) {
      field.value = saved.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    typed.add(field);
    // A choice may draw other fields: the next one shall be the new field and not the one that is about to go.
    if (isChoice(field) || field.tagName === "SELECT") { await pause(250); }
    return true;
  }

  function tell(left, secrets) {
    const notice = document.querySelector("[data-kept]");
    if (!notice) { return; }
    notice.querySelector("[data-kept-words]").textContent = "What you typed before the reload was put back. Look it over before you save."
      + (secrets ? " Secrets are to be typed again." : "") + (left.length > 0 ? " These found no place:" : "");
    notice.querySelector("[data-kept-left]").replaceChildren(...left.map((saved) => Object.assign(document.createElement("li"), { textContent: `${saved.words}: ${saved.value}` })));
    notice.querySelector("[data-kept-close]").onclick = () => { notice.hidden = true; };
    notice.hidden = false;
  }

  async function putBack() {
    const draft = read();
    forget();
    if (!draft || draft.address !== here() || draft.person !== document.body.dataset.person || Date.now() - draft.at > keptFor || !Array.isArray(draft.fields)) { return; }
    let until = Date.now() + 20_000;
    const left = [];
    for (const saved of draft.fields) {
      if (await put(saved, until)) { until = Math.min(until, Date.now() + 5_000); } else { left.push(saved); }
    }
    tell(left, draft.secrets);
  }

  return { keep, forget, putBack, holdsWork: () => work().length > 0 };
})();

// A page that was refused holds no form: the draft waits for the next try.
if (!document.querySelector("[data-refused]")) { window.dlpDrafts.putBack(); }

// Starts the pages' client. A broken line is tried again at once and then every few seconds, each window at moments of its own, so that a server
// that starts anew is found soon and not by all windows in the same instant.
(() => {
  const first = [0, 500, 1000, 2000];
  const retryIntervalMilliseconds = (tried) => first[tried] ?? 2500 + Math.floor(Math.random() * 2000);
  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 150, retryIntervalMilliseconds } } });
})();

// Many open windows during scans: how soon a click is answered, what a window costs. Called by measure-dashboards.sh.
import { readFileSync } from "node:fs";
import { Circuit, signIn } from "./circuit-client.mjs";

const [address, process_, root, count, seconds] = [process.argv[2], process.argv[3], process.argv[4], Number(process.argv[5]), Number(process.argv[6])];
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
const cookie = await signIn(address, "admin@example.test", "a-password-for-measuring-7");
const overview = ["/", "Critical and high, unresolved"];
const clicks = [["/findings", ".txt"], ["/scans", "Completed"], overview];

async function call(method, path, body) {
  const answer = await fetch(`${address}/api/v1${path}`, { method, headers: { cookie, "content-type": "application/json" }, body: body && JSON.stringify(body) });
  if (!answer.ok) { throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`); }
  return answer.json();
}

const endpoint = (await call("GET", "/endpoints")).items[0] ?? await call("POST", "/endpoints", { name: "Measured", provider: "local", settings: { root } });
const secondsOf = (scan) => (Date.parse(scan.endedUtc) - Date.parse(scan.startedUtc)) / 1000;

async function scan() {
  let now = await call("POST", "/scans", { endpointId: endpoint.id });
  while (["queued", "running"].includes(now.state)) {
    await pause(500);
    now = await call("GET", `/scans/${now.id}`);
  }
  if (now.state !== "completed") { throw new Error(`The scan is ${now.state}.`); }
  return secondsOf(now);
}

const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process_}/status`, "utf8"))[1]) / 1024;
const cores = () => { const part = readFileSync(`/proc/${process_}/stat`, "utf8").split(") ")[1].split(" "); return (Number(part[11]) + Number(part[12])) / 100; };
const at = (sorted, share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
const spread = (times) => { const sorted = [...times].sort((a, b) => a - b); return { clicks: sorted.length, p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), longest: Math.round(sorted.at(-1)) }; };
const windows = [];

async function openAll() {
  const times = [];
  let next = 0;
  await Promise.all(Array.from({ length: 6 }, async () => {
    while (next++ < count) {
      const window = new Circuit(address, cookie);
      const began = performance.now();
      await window.open(...overview);
      times.push(performance.now() - began);
      windows.push(window);
    }
  }));
  return times;
}

/** People click, five a second in all: each goes somewhere, looks for some seconds, and comes back to the overview. */
async function clicking(duration) {
  const end = performance.now() + duration;
  const times = [];
  const under = [];
  let person = 0;
  const visit = async (window, clicks_) => { for (const [path, words] of clicks_) { times.push(await window.go(path, words)); await pause(2500); } };
  while (performance.now() < end) {
    const window = windows[(person * 101) % windows.length];
    under.push(visit(window, [clicks[person++ % 2], overview]));
    await pause(400);
  }
  await Promise.all(under);
  return times;
}

async function phase(name, duration, during) {
  const before = { cpu: cores(), batches: windows.reduce((sum, one) => sum + one.batches, 0), bytes: windows.reduce((sum, one) => sum + one.batchBytes, 0), client: process.cpuUsage(), began: performance.now() };
  const stop = { now: false };
  const beside = during?.(stop);
  const times = await clicking(duration);
  const passed = (performance.now() - before.began) / 1000;
  stop.now = true;
  const client = process.cpuUsage(before.client);
  const row = {
    phase: name, ...spread(times),
    drawingsPerSecond: Math.round((windows.reduce((sum, one) => sum + one.batches, 0) - before.batches) / passed),
    kilobytesPerSecond: Math.round((windows.reduce((sum, one) => sum + one.batchBytes, 0) - before.bytes) / passed / 1024),
    appCores: Number(((cores() - before.cpu) / passed).toFixed(2)), clientCores: Number(((client.user + client.system) / 1e6 / passed).toFixed(2)), megabytes: Math.round(megabytes()),
  };
  row.scans = (await beside)?.map((time) => Number(time.toFixed(1)));
  console.log(JSON.stringify(row));
}

const alone = [await scan(), await scan()];
console.log(JSON.stringify({ phase: "scan without windows", scans: alone.map((time) => Number(time.toFixed(1))) }));
// One window first: what the first drawing of each page makes is no window's own.
const first = new Circuit(address, cookie);
await first.open(...overview);
for (const click of clicks) { await first.go(...click); }
await pause(8000);
const empty = megabytes();
const opening = spread(await openAll());
await pause(10_000);
const full = megabytes();
console.log(JSON.stringify({ phase: "open", windows: count, openP50: opening.p50, openP95: opening.p95, megabytesBefore: Math.round(empty), megabytesAfter: Math.round(full), kilobytesPerWindow: Math.round((full - empty) * 1024 / count) }));
await phase("nothing runs", 20_000);
await phase("scans run", seconds * 1000, async (stop) => { const times = []; while (!stop.now) { times.push(await scan()); } return times; });
const lost = windows.filter((one) => one.ended);
console.log(JSON.stringify({ phase: "end", lost: lost.length, why: lost[0]?.ended }));
for (const one of [first, ...windows]) { one.close(); }

// The Cloud Storage emulator of firebase-tools alone on a free port: without its rules engine, which would want Java.
// Ends when its standard input closes, so that it never outlives the tests.
const net = require("node:net");
const { StorageEmulator } = require("firebase-tools/lib/emulator/storage");
const { StorageRulesRuntime } = require("firebase-tools/lib/emulator/storage/rules/runtime");
const { EmulatorRegistry } = require("firebase-tools/lib/emulator/registry");

const nothing = async () => {};
Object.assign(StorageRulesRuntime.prototype, {
  start: nothing,
  stop: nothing,
  loadRuleset: async () => ({ ruleset: undefined, issues: { errors: [], warnings: [], exist: () => false, extend: () => {} } }),
});
StorageEmulator.prototype.createRulesManager = () => ({ start: nothing, stop: nothing, getRuleset: () => undefined });

const probe = net.createServer().listen(0, "127.0.0.1", () => {
  const { port } = probe.address();
  probe.close(async () => {
    try {
      await EmulatorRegistry.start(new StorageEmulator({ host: "127.0.0.1", port, projectId: "p1", auto_download: false, rules: { name: "storage.rules", content: "" } }));
      console.log(`listening ${port}`);
    } catch (failure) {
      console.error(failure);
      process.exit(1);
    }
  });
});
process.stdin.resume().on("end", () => process.exit(0));

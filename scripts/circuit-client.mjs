// A window of the dashboard without a browser: signs in, loads a page, and speaks to its circuit as the browser's script does
// (SignalR's handshake, then "blazorpack": MessagePack arrays, each with its length in front; RFC 6455 frames below). It draws nothing: it
// answers each drawing and each call, and tells who asks when something with certain words was drawn.
import { randomBytes } from "node:crypto";
import net from "node:net";

const pack = (value, out) => {
  if (value === null || value === undefined) { out.push(Buffer.from([0xc0])); }
  else if (value === true || value === false) { out.push(Buffer.from([value ? 0xc3 : 0xc2])); }
  else if (typeof value === "number") {
    const number = Buffer.alloc(9);
    number[0] = 0xd3;
    number.writeBigInt64BE(BigInt(value), 1);
    out.push(number);
  } else if (typeof value === "string") {
    const text = Buffer.from(value);
    const head = Buffer.alloc(5);
    head[0] = 0xdb;
    head.writeUInt32BE(text.length, 1);
    out.push(head, text);
  } else if (Array.isArray(value)) {
    const head = Buffer.alloc(3);
    head[0] = 0xdc;
    head.writeUInt16BE(value.length, 1);
    out.push(head);
    for (const one of value) { pack(one, out); }
  } else {
    out.push(Buffer.from([0x80]));
  }
};

const withLength = (body) => {
  const head = [];
  let left = body.length;
  do { head.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0)); left >>>= 7; } while (left > 0);
  return Buffer.concat([Buffer.from(head), body]);
};

class Reader {
  constructor(data) { this.data = data; this.at = 0; }
  take(length) { const part = this.data.subarray(this.at, this.at + length); this.at += length; return part; }
  sized(bytes) { const size = this.data.readUIntBE(this.at, bytes); this.at += bytes; return size; }
  many(count) { return Array.from({ length: count }, () => this.value()); }
  map(count) { for (let i = 0; i < 2 * count; i++) { this.value(); } return {}; }
  value() {
    const tag = this.data[this.at++];
    if (tag <= 0x7f) { return tag; }
    if (tag >= 0xe0) { return tag - 256; }
    if (tag <= 0x8f) { return this.map(tag & 15); }
    if (tag <= 0x9f) { return this.many(tag & 15); }
    if (tag <= 0xbf) { return this.take(tag & 31).toString(); }
    switch (tag) {
      case 0xc0: return null;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xc4: case 0xc5: case 0xc6: return this.take(this.sized(2 ** (tag - 0xc4)));
      case 0xcc: case 0xcd: case 0xce: return this.sized(2 ** (tag - 0xcc));
      case 0xcf: this.at += 8; return Number(this.data.readBigUInt64BE(this.at - 8));
      case 0xd0: this.at += 1; return this.data.readInt8(this.at - 1);
      case 0xd1: this.at += 2; return this.data.readInt16BE(this.at - 2);
      case 0xd2: this.at += 4; return this.data.readInt32BE(this.at - 4);
      case 0xd3: this.at += 8; return Number(this.data.readBigInt64BE(this.at - 8));
      case 0xd9: case 0xda: case 0xdb: return this.take(this.sized(2 ** (tag - 0xd9))).toString();
      case 0xdc: return this.many(this.sized(2));
      case 0xdd: return this.many(this.sized(4));
      case 0xde: return this.map(this.sized(2));
      default: throw new Error(`Unknown tag ${tag}`);
    }
  }
}

export async function signIn(address, email, password) {
  const answer = await fetch(`${address}/api/v1/auth/login`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email, password }) });
  if (!answer.ok) { throw new Error(`Sign-in: ${answer.status}`); }
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

export class Circuit {
  batches = 0;
  batchBytes = 0;
  ended = null;
  #address; #cookie; #socket; #received = Buffer.alloc(0); #message = []; #waiting = []; #calls = new Map(); #number = 0; #handles = 0; #shaken = false; #ping;

  constructor(address, cookie) { this.#address = address; this.#cookie = cookie; }

  /** Opens a page; resolves when `words` were drawn. */
  async open(path, words) {
    const page = await (await fetch(this.#address + path, { headers: { cookie: this.#cookie } })).text();
    const markers = [...page.matchAll(/<!--Blazor:(\{.*?\})-->/gs)].map((match) => JSON.parse(match[1])).filter((marker) => marker.type === "server");
    const state = /<!--Blazor-Server-Component-State:([A-Za-z0-9+/=]+)-->/.exec(page)?.[1] ?? "";
    if (markers.length === 0) { throw new Error(`No circuit on ${path}: ${page.slice(0, 300)}`); }
    const negotiated = await (await fetch(`${this.#address}/_blazor/negotiate?negotiateVersion=1`, { method: "POST", headers: { cookie: this.#cookie } })).json();
    await this.#connect(`/_blazor?id=${encodeURIComponent(negotiated.connectionToken)}`);
    const circuit = await this.#invoke("StartCircuit", [`${this.#address}/`, this.#address + path, "[]", state]);
    if (!circuit) { throw new Error("The circuit was refused."); }
    const drawn = this.drawn(words);
    const operations = markers.map((marker, at) => ({ type: "add", ssrComponentId: at + 1, marker }));
    this.#send("UpdateRootComponents", [JSON.stringify({ batchId: 1, operations }), state]);
    await drawn;
    this.#ping = setInterval(() => this.#write(withLength(Buffer.from([0x91, 6]))), 10_000);
  }

  /** Follows a link; resolves with the milliseconds until `words` were drawn. */
  async go(path, words) {
    const began = performance.now();
    const drawn = this.drawn(words);
    this.#send("OnLocationChanged", [this.#address + path, null, true]);
    await drawn;
    return performance.now() - began;
  }

  /** Resolves when a drawing holds the words. */
  drawn(words, patience = 60_000) {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`"${words}" was not drawn.`)), patience);
      this.#waiting.push({ words, done: () => { clearTimeout(timer); done(); }, fail });
    });
  }

  close() { clearInterval(this.#ping); this.#socket?.destroy(); }

  #connect(path) {
    const { hostname, port, host } = new URL(this.#address);
    return new Promise((done, fail) => {
      const socket = net.connect({ host: hostname, port: Number(port), noDelay: true }, () => socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\nCookie: ${this.#cookie}\r\n\r\n`));
      this.#socket = socket;
      let head = Buffer.alloc(0);
      const onHead = (chunk) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) { return; }
        if (!head.toString("latin1", 0, 12).endsWith("101")) { fail(new Error(head.toString("latin1", 0, end))); return; }
        socket.off("data", onHead);
        socket.on("data", (data) => this.#take(data));
        this.#write(Buffer.from('{"protocol":"blazorpack","version":1}\x1e'));
        done();
        if (head.length > end + 4) { this.#take(head.subarray(end + 4)); }
      };
      socket.on("data", onHead);
      socket.on("error", fail);
      socket.on("close", () => { this.ended ??= "closed"; });
    });
  }

  #write(payload) {
    // Clients mask; the mask of zeros leaves the bytes as they are.
    const head = Buffer.alloc(14);
    head[0] = 0x82;
    let length = 2;
    if (payload.length < 126) { head[1] = 0x80 | payload.length; }
    else if (payload.length < 65536) { head[1] = 0x80 | 126; head.writeUInt16BE(payload.length, 2); length = 4; }
    else { head[1] = 0x80 | 127; head.writeBigUInt64BE(BigInt(payload.length), 2); length = 10; }
    this.#socket.write(Buffer.concat([head.subarray(0, length + 4), payload]));
  }

  #send(target, values, invocation = null) {
    const out = [];
    pack([1, {}, invocation, target, values], out);
    this.#write(withLength(Buffer.concat(out)));
  }

  #invoke(target, values) {
    const number = String(++this.#number);
    return new Promise((done) => { this.#calls.set(number, done); this.#send(target, values, number); });
  }

  #take(data) {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data]);
    for (;;) {
      const all = this.#received;
      if (all.length < 2) { return; }
      let length = all[1] & 0x7f;
      let at = 2;
      if (length === 126) { if (all.length < 4) { return; } length = all.readUInt16BE(2); at = 4; }
      else if (length === 127) { if (all.length < 10) { return; } length = Number(all.readBigUInt64BE(2)); at = 10; }
      if (all.length < at + length) { return; }
      const payload = all.subarray(at, at + length);
      this.#received = all.subarray(at + length);
      const kind = all[0] & 0x0f;
      if (kind === 8) { this.ended = `closed: ${payload.subarray(2)}`; this.close(); return; }
      if (kind > 2) { continue; }
      this.#message.push(payload);
      if (all[0] & 0x80) {
        this.#read(this.#message.length === 1 ? payload : Buffer.concat(this.#message));
        this.#message = [];
      }
    }
  }

  #read(data) {
    let at = 0;
    if (!this.#shaken) {
      this.#shaken = true;
      at = data.indexOf(0x1e) + 1;
    }
    while (at < data.length) {
      let length = 0;
      let shift = 0;
      let byte;
      do { byte = data[at++]; length |= (byte & 0x7f) << shift; shift += 7; } while (byte & 0x80);
      this.#hear(new Reader(data.subarray(at, at + length)).value());
      at += length;
    }
  }

  #hear([kind, , invocation, third, rest]) {
    if (kind === 3) { this.#calls.get(invocation)?.(rest); this.#calls.delete(invocation); }
    else if (kind === 7) { this.ended = "The server ended the connection."; }
    else if (kind === 1 && third === "JS.RenderBatch") { this.#draw(rest[0], rest[1]); }
    else if (kind === 1 && third === "JS.BeginInvokeJS") { this.#answer(rest); }
    else if (kind === 1 && third === "JS.Error") { this.ended = rest[0]; for (const one of this.#waiting) { one.fail(new Error(rest[0])); } }
  }

  #draw(id, drawing) {
    this.batches++;
    this.batchBytes += drawing.length;
    this.#send("OnRenderCompleted", [id, null]);
    this.#waiting = this.#waiting.filter((one) => !(drawing.includes(one.words) && (one.done(), true)));
  }

  #answer([handle, name, values, resultKind]) {
    if (name === "Blazor._internal.Virtualize.init") {
      // A long list asks which part can be seen: as much as a window of 800 pixels shows.
      this.#send("BeginInvokeDotNetFromJS", [null, null, "OnSpacerAfterVisible", JSON.parse(values)[0].__dotNetObject, "[4000,4000,800]"]);
    }
    if (!handle) { return; }
    const result = resultKind === 1 ? { __jsObjectId: ++this.#handles } : name === "timeZone" ? "Europe/Berlin" : name === "readTheme" ? "system" : null;
    this.#send("EndInvokeJSFromDotNet", [handle, true, JSON.stringify([handle, true, result])]);
  }
}

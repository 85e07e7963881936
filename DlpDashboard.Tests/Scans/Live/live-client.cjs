// A client of /hubs/live as a customer would write it: remembers its last cursor, drops what it has seen, comes back after a cut.
const signalR = require('@microsoft/signalr');
const readline = require('node:readline');

const [address, cookie] = process.argv.slice(2);
const seen = new Set();
let cursor = '';
let connection;

async function connect() {
  connection = new signalR.HubConnectionBuilder()
    .withUrl(`${address}hubs/live${cursor ? `?after=${cursor}` : ''}`, { headers: { Cookie: cookie } })
    .configureLogging(signalR.LogLevel.None)
    .build();
  connection.on('event', (happened) => {
    if (!seen.has(happened.id)) {
      seen.add(happened.id);
      cursor = happened.cursor;
      if (happened.type === 'endpoint.added') {
        console.log(`event ${happened.endpointId}`);
      }
    }
  });
  connection.on('scanProgress', () => {});
  await connection.start();
  console.log('connected');
}

readline.createInterface({ input: process.stdin }).on('line', async (line) => {
  if (line === 'cut') {
    await connection.stop();
    console.log('cut');
  } else {
    await connect();
  }
});
connect();

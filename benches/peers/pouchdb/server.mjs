// The service's side: express-pouchdb over leveldb, filled with the orders of a file. Says
// `{"url": …}` when it can be replicated from; ends when nobody speaks to it any more.
import { createReadStream, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';

import express from 'express';
import serve from 'express-pouchdb';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

const [file, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const Databases = PouchDB.plugin(leveldb)
  .plugin(mapreduce)
  .plugin(replication)
  .defaults({ prefix: `${folder}/` });
const orders = new Databases('orders');

let page = [];
for await (const line of createInterface({ input: createReadStream(file) })) {
  const order = JSON.parse(line);
  page.push({ ...order, _id: order.id });
  if (page.length === 1000) {
    await orders.bulkDocs(page);
    page = [];
  }
}
await orders.bulkDocs(page);

const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` };
const app = express();
app.use(serve(Databases, options));
const server = app.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/orders` }));
});
process.stdin.on('end', () => process.exit(0)).resume();

// The desktop's side: PouchDB over leveldb, empty, replicates everything once, a thousand orders at
// a time (the default of a hundred takes longer). Says `{"seconds": …, "orders": …}`.
import { mkdirSync } from 'node:fs';

import http from 'pouchdb-adapter-http';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';

const [url, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const Databases = PouchDB.plugin(leveldb)
  .plugin(http)
  .plugin(replication)
  .defaults({ prefix: `${folder}/` });
const here = new Databases('orders');
const begun = performance.now();
await here.replicate.from(new Databases(url), { batch_size: 1000 });
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ seconds, orders: (await here.info()).doc_count }));
process.exit(0);

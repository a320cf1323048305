// Pictures of the screens over the memory host, under the window's own content security policy:
// `npm run look -- OUT [name…]`. Needs a Chromium (CHROMIUM names it) and a `build:look`.

import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

import { chromium } from 'playwright-core';

import { columns } from './look/columns.mjs';
import { customers } from './look/customers.mjs';
import { exports } from './look/exports.mjs';
import { imports } from './look/imports.mjs';
import { letters } from './look/letters.mjs';
import { lists } from './look/lists.mjs';
import { many } from './look/many.mjs';
import { overviews } from './look/overview.mjs';
import { palette } from './look/palette.mjs';
import { reaching } from './look/reaching.mjs';
import { returns } from './look/returns.mjs';
import { reviews } from './look/reviews.mjs';
import { searches } from './look/search.mjs';

const root = new URL('../dist-look/', import.meta.url).pathname;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";
const kinds = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const scenes = [
  ...palette,
  ...reaching,
  ...lists,
  ...imports,
  ...letters,
  ...returns,
  ...reviews,
  ...searches,
  ...overviews,
  ...exports,
  ...many,
  ...customers,
  ...columns,
];

function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(root, normalize(path === '/' ? '/index.html' : path));
    readFile(file).then(
      (body) => {
        response.writeHead(200, {
          'content-type': kinds[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const [out = 'out/look', ...names] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
let bad = 0;
for (const [name, address, size, act] of scenes) {
  if (names.length > 0 && !names.some((one) => name.startsWith(one))) continue;
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(5_000);
  const complain = (text) => {
    bad += 1;
    console.error(`${name}: ${text}`);
  };
  page.on('console', (message) => {
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (['error', 'warning'].includes(message.type())) complain(message.text());
  });
  page.on('pageerror', (error) => complain(String(error)));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/${address}`);
    await page.waitForSelector('main');
    if (act) await act(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    if (wider) complain('wider than the window');
  } catch (error) {
    complain(String(error));
  }
  await page.screenshot({ path: join(out, `${name}.png`) });
  await page.close();
}
await browser.close();
server.close();
process.exitCode = bad > 0 ? 1 : 0;

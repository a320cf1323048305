// The interface's own files as text, for tests that hold conventions.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Source {
  /** From `src/`, with slashes. */
  path: string;
  text: string;
}

export const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte|css)$/.test(path))
  .map((path) => {
    const file = join(root, path);
    return { path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') };
  });

// axe-core over what a test has drawn. Colours need a layout engine: they are judged by the
// contrast test of the tokens and in the real window.

import axe from 'axe-core';
import { expect } from 'vitest';

export async function expectNoViolations(element: Element = document.body): Promise<void> {
  const result = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const found = result.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help}\n  ${violation.nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(found).toEqual([]);
}

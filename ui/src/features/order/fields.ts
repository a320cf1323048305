// What every field of the page has in common: its place in the draft gives it its name, its
// problem and its test id.

/** `/meetings/sites/0/name` → `field-meetings.sites.0.name` */
export function fieldId(pointer: string): string {
  return `field-${pointer.replace(/^\//, '').replaceAll('/', '.')}`;
}

const focusable =
  'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';

/** Puts the focus into the field of a pointer, or of the nearest one above it. */
export function focusField(root: HTMLElement, pointer: string): boolean {
  const parts = pointer.split('/');
  while (parts.length > 1) {
    const place = root.querySelector<HTMLElement>(
      `[data-pointer="${CSS.escape(parts.join('/'))}"]`,
    );
    const field = place?.querySelector<HTMLElement>(focusable);
    if (field) {
      field.focus();
      field.scrollIntoView({ block: 'center' });
      return true;
    }
    parts.pop();
  }
  return false;
}

// What every field of the page has in common: its place in the draft gives it its name, its
// problem and its test id.

/** `/meetings/sites/0/name` → `field-meetings.sites.0.name` */
export function fieldId(pointer: string): string {
  return `field-${pointer.replace(/^\//, '').replaceAll('/', '.')}`;
}

const focusable =
  'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';

/** The control of a pointer's field, or of the nearest one above it. */
function fieldOf(root: HTMLElement, pointer: string): HTMLElement | null {
  const parts = pointer.split('/');
  while (parts.length > 1) {
    const place = root.querySelector(`[data-pointer="${CSS.escape(parts.join('/'))}"]`);
    const field = place?.querySelector<HTMLElement>(focusable);
    if (field) return field;
    parts.pop();
  }
  return null;
}

/** Puts the focus into the field that stands first on the page; tells whether there is one. */
export function focusFirst(root: HTMLElement, pointers: string[]): boolean {
  const [first] = pointers
    .map((pointer) => fieldOf(root, pointer))
    .filter((field) => field !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
  return first !== undefined;
}

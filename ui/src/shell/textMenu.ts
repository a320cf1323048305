// The system's own menu is for text: to type, to copy.

import { isTyping } from '../shared/keys';

/** Lets the system's menu come where there is text, and nowhere else. */
export function textMenu(event: MouseEvent): void {
  const chosen = document.getSelection()?.isCollapsed === false;
  if (!isTyping(event.target) && !chosen) event.preventDefault();
}

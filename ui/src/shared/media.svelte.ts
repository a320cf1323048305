// How much room there is. In em, so that large text counts as little room.

import { MediaQuery } from 'svelte/reactivity';

/** No room for the detail beside the list. */
const narrow = new MediaQuery('(max-width: 67.49em)');
/** Room for icons only at the side. */
const folded = new MediaQuery('(max-width: 61.99em)');
/** Not even for those. */
const tiny = new MediaQuery('(max-width: 37.49em)');

export const room = {
  get narrow() {
    return narrow.current;
  },
  get folded() {
    return folded.current;
  },
  get tiny() {
    return tiny.current;
  },
};

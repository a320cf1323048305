// One act for many orders: what the program allows.

/** Most orders that one act takes at once. */
export const mostAtOnce = 1000;

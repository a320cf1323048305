// What every scene is made of: sizes of the window, and acts in it.

export const wide = { width: 1360, height: 860 };
export const small = { width: 900, height: 600 };
export const tiny = { width: 450, height: 300 };
export const zurita = '[data-order="ord_4410228290"]';
export const click = (selector) => (page) => page.click(selector);
export const steps =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page);
  };

// Waits for the last row: `window.turnupLast` tells the milliseconds from the key to the frame that
// shows it, or null after ten seconds.
const grid = document.querySelector('[data-testid="orders"]');
const last = grid.getAttribute('aria-rowcount');
let key = performance.now();
grid.addEventListener('keydown', () => { key = performance.now(); }, { capture: true, once: true });
window.turnupLast = new Promise((done) => {
  const deadline = performance.now() + 10000;
  const look = () => {
    const row = grid.querySelector(`[aria-rowindex="${last}"][data-order]`);
    const [inside, outside] = [row?.getBoundingClientRect(), grid.getBoundingClientRect()];
    if (inside && inside.bottom <= outside.bottom + 1 && inside.top >= outside.top) {
      done(performance.now() - key);
    } else if (performance.now() > deadline) done(null);
    else requestAnimationFrame(look);
  };
  look();
});

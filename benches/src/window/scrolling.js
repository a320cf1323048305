// Beats with every frame and with a message behind it, and scrolls meanwhile: sixty px a frame, and
// every five seconds a leap to another place. `window.turnupBeat` holds what was missed.
const selector = window.turnupScroller;
const scroller = selector ? document.querySelector(selector) : null;
const beat = { gaps: [], frames: [], last: performance.now(), runs: true };
const channel = new MessageChannel();
let before = 0;
let down = 1;
let leap = performance.now() + 5000;
let leaps = 0;
const tick = () => {
  const now = performance.now();
  if (now - beat.last > 50) beat.gaps.push(now - beat.last);
  beat.last = now;
};
channel.port1.onmessage = tick;
const move = (now) => {
  const room = scroller.scrollHeight - scroller.clientHeight;
  if (now > leap) {
    leap = now + 5000;
    leaps += 1;
    scroller.scrollTop = room * ((leaps * 0.381) % 1);
    return;
  }
  if (scroller.scrollTop >= room - 60) down = -1;
  if (scroller.scrollTop <= 60) down = 1;
  scroller.scrollTop += 60 * down;
};
const frame = (now) => {
  tick();
  if (before > 0) beat.frames.push(now - before);
  before = now;
  if (scroller) move(performance.now());
  channel.port2.postMessage(0);
  if (beat.runs) requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
window.turnupBeat = beat;

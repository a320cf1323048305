// Goes from screen to screen, as often as told, and answers when the last one is painted.
const [changes, done] = arguments;
const frame = () => new Promise((next) => requestAnimationFrame(next));
const rest = () => new Promise((next) => setTimeout(next, 30));
(async () => {
  for (let change = 0; change < changes; change++) {
    const ways = [...document.querySelectorAll('nav [data-testid^="view-"]')];
    const settings = document.querySelector('[data-testid="settings"]');
    if (settings) ways.push(settings);
    const rows = document.querySelectorAll('[data-testid="orders"] [data-order]');
    if (ways.length === 0) {
      // The hello world: as many rows as a list shows, all of them anew.
      document.querySelector('main').replaceChildren(
        ...Array.from({ length: 40 }, (_, row) => {
          const line = document.createElement('div');
          for (let cell = 0; cell < 8; cell++) {
            const span = document.createElement('span');
            span.textContent = `Change ${change}, row ${row}, cell ${cell} `;
            line.append(span);
          }
          return line;
        }),
      );
    } else if (change % 5 === 4 && rows.length > 0) {
      // An order's own page, another one each time.
      rows[change % rows.length].dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    } else {
      ways[change % ways.length].click();
    }
    await frame();
    await frame();
    await rest();
  }
  done(document.title);
})();

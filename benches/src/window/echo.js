// Turns the hello world into a list with a search whose answer needs no asking: thirty rows of
// eight cells, all of them others after each key.
const list = document.createElement('section');
list.setAttribute('aria-labelledby', 'inbox-title');
const field = document.createElement('input');
field.dataset.testid = 'search';
const rows = document.createElement('div');
rows.dataset.testid = 'orders';
list.append(field, rows);
document.body.append(list);
let key = 0;
const show = () => {
  key += 1;
  rows.replaceChildren(...Array.from({ length: 30 }, (_, row) => {
    const line = document.createElement('div');
    line.dataset.order = `${key}-${row}`;
    for (let cell = 0; cell < 8; cell++) {
      const span = document.createElement('span');
      span.textContent = `${field.value} ${key} ${cell} `;
      line.append(span);
    }
    return line;
  }));
};
field.addEventListener('input', show);
show();

// The index is already here: the box only hides what does not have the words. An address with ?q= arrives filtered.
const llano = (texto) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const indice = document.querySelector('[data-buscar]');
const secciones = [...indice.querySelectorAll('section')].map((s) => [s, [...s.querySelectorAll('li')].map((li) => [li, llano(li.textContent)])]);

const entrada = Object.assign(document.createElement('input'), { type: 'search', autocomplete: 'off' });
const etiqueta = Object.assign(document.createElement('label'), { className: 'filtro' });
etiqueta.append(indice.dataset.buscar, entrada);
const cuenta = document.createElement('p');
cuenta.setAttribute('role', 'status');

const filtrar = () => {
  const palabras = llano(entrada.value).split(/\s+/).filter(Boolean);
  let hay = 0;
  for (const [seccion, renglones] of secciones) {
    let aqui = 0;
    for (const [li, texto] of renglones) {
      li.hidden = !palabras.every((p) => texto.includes(p));
      aqui += li.hidden ? 0 : 1;
    }
    seccion.hidden = aqui === 0;
    hay += aqui;
  }
  cuenta.textContent = palabras.length === 0 ? '' : hay === 0 ? indice.dataset.nada : indice.dataset.hay.replace('{n}', hay);
};

entrada.value = new URLSearchParams(location.search).get('q') ?? '';
entrada.addEventListener('input', filtrar);
document.querySelector('h1').after(etiqueta, cuenta);
filtrar();

// A screen has several forms and each is saved by itself: what is typed in the others is kept in this tab, and given back to the same person
// wherever that form appears again. Files are not kept.
const raiz = 'prep.seguimiento.';
const mia = `${raiz}${encodeURIComponent(document.body.dataset.persona)}.`;
const formas = [...document.querySelectorAll('main form[method="post"]')];

const campos = (forma) => [...forma.elements].filter((c) => c.name && !['hidden', 'file', 'password', 'submit', 'button'].includes(c.type));
const valor = (campo) => (['checkbox', 'radio'].includes(campo.type) ? campo.checked : campo.value);
const escrito = (forma) => JSON.stringify(campos(forma).map((c) => [c.name, valor(c)]));

// Two forms of the same address differ in what they carry hidden.
const llave = (forma) => mia + [new URL(forma.action).pathname, ...[...forma.elements].filter((c) => c.type === 'hidden' && c.name !== 'ficha').map((c) => c.value)].join('|');

const devolver = (forma, guardado) => {
  const libres = campos(forma);
  for (const [nombre, suyo] of JSON.parse(guardado.escrito)) {
    const lugar = libres.findIndex((c) => c.name === nombre);
    if (lugar < 0) continue;
    const [campo] = libres.splice(lugar, 1);
    if (['checkbox', 'radio'].includes(campo.type)) campo.checked = suyo;
    else campo.value = suyo;
  }
  for (let padre = forma.closest('details'); padre; padre = padre.parentElement.closest('details')) padre.open = true;
  const nota = document.createElement('p');
  nota.className = 'borrador';
  nota.textContent = guardado.antes === escritos.get(forma)
    ? 'Esto lo escribió antes y todavía no se guarda.'
    : 'Esto lo escribió antes y todavía no se guarda. Mientras tanto cambió lo que había: revíselo.';
  forma.prepend(nota);
};

for (const otra of Object.keys(sessionStorage).filter((l) => l.startsWith(raiz) && !l.startsWith(mia))) sessionStorage.removeItem(otra);
const escritos = new Map(formas.map((f) => [f, escrito(f)]));
for (const forma of formas) {
  const guardado = sessionStorage.getItem(llave(forma));
  if (guardado) devolver(forma, JSON.parse(guardado));
}

let enviada;
document.addEventListener('submit', (e) => { enviada = e.defaultPrevented ? undefined : e.target; });
addEventListener('pageshow', () => { enviada = undefined; });
addEventListener('pagehide', () => {
  for (const forma of formas) {
    if (forma === enviada || escrito(forma) === escritos.get(forma)) sessionStorage.removeItem(llave(forma));
    else {
      try {
        sessionStorage.setItem(llave(forma), JSON.stringify({ antes: escritos.get(forma), escrito: escrito(forma) }));
      } catch { /* a browser that keeps nothing: the work goes on all the same */ }
    }
  }
});

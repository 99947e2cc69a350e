// Improves pages that already work without it: says when a newer corte exists, shows the avance of the day on long-lived pages, filters lists.
const textos = {/* sitio */};
const con = (frase, valores) => frase.replace(/\{(\w+)\}/g, (_, nombre) => valores[nombre]);
const { raiz, vigente, corte: deRaiz } = document.body.dataset;
const propio = deRaiz || (vigente && /\/cortes\/(\d{8}_\d{4})\//.exec(location.pathname)?.[1]);
const formaDeCorte = /^\d{8}_\d{4}$/;
const recuerdo = 'prep-lectura';

const leer = async (ruta) => {
  const respuesta = await fetch(raiz + ruta, { cache: 'no-cache' });
  if (!respuesta.ok) throw new Error(String(respuesta.status));
  // The hour of the server: a telephone's clock may be wrong.
  const hora = Date.parse(respuesta.headers.get('date')) || Date.now();
  return [await respuesta.json(), hora];
};

// What was being read, to find it again in the same view of the new corte.
let ultimoFoco = null;
document.addEventListener('focusin', ({ target }) => { if (!target.closest('.nuevo')) ultimoFoco = target; });

const camino = (elemento) => {
  const pasos = [];
  for (let e = elemento; e && e !== document.body; e = e.parentElement) pasos.unshift([...e.parentElement.children].indexOf(e) + 1);
  return pasos;
};

const guardar = (destino) => {
  const filtros = [...document.querySelectorAll('.filtro input')].map((entrada) => entrada.value);
  const abiertos = [...document.querySelectorAll('details')].map((d) => d.open);
  const lectura = { destino: new URL(destino, location.href).href, alto: scrollY, foco: ultimoFoco?.isConnected ? camino(ultimoFoco) : null, filtros, abiertos, en: Date.now() };
  try { sessionStorage.setItem(recuerdo, JSON.stringify(lectura)); } catch { /* a browser that keeps nothing starts at the top */ }
};

const recuperar = () => {
  let lectura = null;
  try {
    lectura = JSON.parse(sessionStorage.getItem(recuerdo));
    sessionStorage.removeItem(recuerdo);
  } catch { /* nothing kept */ }
  if (!lectura || lectura.destino !== location.href || Date.now() - lectura.en > 60_000) return;
  document.querySelectorAll('details').forEach((d, i) => { if (lectura.abiertos[i]) d.open = true; });
  document.querySelectorAll('.filtro input').forEach((entrada, i) => {
    entrada.value = lectura.filtros[i] ?? '';
    entrada.dispatchEvent(new Event('input'));
  });
  if (lectura.foco) {
    const elemento = document.querySelector('body' + lectura.foco.map((n) => `>:nth-child(${n})`).join(''));
    elemento?.focus({ preventScroll: true });
  }
  scrollTo(0, lectura.alto);
};

const aviso = document.createElement('div');
aviso.className = 'nuevo';
aviso.setAttribute('role', 'status');
const decir = (clave, ...partes) => {
  if (aviso.dataset.dice === clave) return;
  aviso.dataset.dice = clave;
  aviso.replaceChildren(...partes);
};

const parrafo = (texto) => Object.assign(document.createElement('p'), { textContent: texto });

const avisarDe = (corte) => {
  const boton = Object.assign(document.createElement('button'), { type: 'button', className: 'boton', textContent: textos.verNuevos });
  boton.addEventListener('click', () => {
    const destino = (deRaiz ? location.pathname : `${raiz}cortes/${corte}/${vigente}`) + location.hash;
    guardar(destino);
    if (deRaiz) location.reload(); else location.assign(destino);
  });
  decir(corte, parrafo(textos.hayNuevos), boton);
};

const hora = (instante) => /T(\d\d:\d\d)/.exec(instante)?.[1] ?? '';
const TOLERANCIA = 120_000;

const ponerAlDia = async () => {
  const [actual, ahora] = await leer('actual.json');
  const { corte, siguiente } = actual;
  if (!formaDeCorte.test(corte)) throw new Error('corte');
  const tarde = siguiente !== null && ahora > Date.parse(siguiente) + TOLERANCIA;
  if (propio && propio < corte) avisarDe(corte);
  else if (propio && tarde) decir('tarde', parrafo(con(textos.tarde, { hora: hora(siguiente), ultima: hora(actual.instante) })));
  else decir('');
  for (const enlace of document.querySelectorAll('[data-ir]')) enlace.href = `${raiz}cortes/${corte}/${enlace.dataset.ir}`;
  for (const lugar of document.querySelectorAll('[data-avance]')) {
    const [{ hora: suya, cifras }] = await leer(`cortes/${corte}/${lugar.dataset.avance}/avance.json`);
    lugar.textContent = con(textos.avance, {
      hora: suya,
      capturadas: cifras.PORCENTAJE_ACTAS_CAPTURADAS,
      contabilizadas: cifras.PORCENTAJE_ACTAS_CONTABILIZADAS,
      participacion: cifras.PORCENTAJE_PARTICIPACION_CIUDADANA,
    });
  }
  return siguiente === null ? Infinity : Date.parse(siguiente) - ahora;
};

// Asks a little after the announced hour, each reader at another second; while it is late, each time less often. Hidden or offline asks nothing.
const MINIMA = 20_000;
const MAXIMA = 300_000;
let reloj = 0;
let paso = MINIMA;
let ultima = 0;

const programar = (falta) => {
  clearTimeout(reloj);
  if (falta === Infinity) return;
  const espera = falta > 0 ? falta + 3_000 : paso;
  if (falta <= 0) paso = Math.min(paso * 1.5, MAXIMA);
  else paso = MINIMA;
  reloj = setTimeout(intentar, Math.min(espera, MAXIMA) + Math.random() * MINIMA);
};

const intentar = async () => {
  if (document.hidden || !navigator.onLine || location.protocol === 'file:') return;
  ultima = Date.now();
  try {
    programar(await ponerAlDia());
  } catch {
    programar(0);
  }
};

const alVolver = () => { if (!document.hidden && Date.now() - ultima > MINIMA) intentar(); };

const llano = (texto) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const caja = (rotulo, filtrar) => {
  const etiqueta = document.createElement('label');
  etiqueta.className = 'filtro';
  const entrada = document.createElement('input');
  entrada.type = 'search';
  entrada.autocomplete = 'off';
  entrada.addEventListener('input', () => filtrar(llano(entrada.value.trim())));
  etiqueta.append(rotulo, entrada);
  return etiqueta;
};

for (const tabla of document.querySelectorAll('table[data-filtrable]')) {
  const filas = [...tabla.tBodies[0].rows].map((fila) => [fila, llano(fila.textContent)]);
  if (filas.length < 8) continue;
  tabla.parentElement.before(caja(tabla.dataset.filtrable, (busca) => {
    for (const [fila, texto] of filas) fila.hidden = !texto.includes(busca);
  }));
}

for (const grupo of document.querySelectorAll('[data-filtra-enlaces]')) {
  const areas = [...grupo.querySelectorAll('section')].map((area) => [area, [...area.querySelectorAll('li')].map((li) => [li, li.textContent])]);
  grupo.prepend(caja(grupo.dataset.filtraEnlaces, (busca) => {
    for (const [area, enlaces] of areas) {
      let alguno = false;
      for (const [li, texto] of enlaces) {
        li.hidden = !texto.includes(busca);
        alguno ||= !li.hidden;
      }
      area.hidden = !alguno;
    }
  }));
}

document.body.append(aviso);
recuperar();
intentar();
document.addEventListener('visibilitychange', alVolver);
addEventListener('online', alVolver);

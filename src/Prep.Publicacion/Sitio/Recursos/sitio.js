// Improves pages that already work without it: says when a newer corte exists, shows the avance of the day on long-lived pages, filters lists.
const { raiz, vigente } = document.body.dataset;

const leer = async (ruta) => {
  const respuesta = await fetch(raiz + ruta, { cache: 'no-cache' });
  if (!respuesta.ok) throw new Error(String(respuesta.status));
  return respuesta.json();
};

const avisar = (corte) => {
  const aqui = /\/cortes\/(\d{8}_\d{4})\//.exec(location.pathname);
  if (!vigente || !aqui || aqui[1] >= corte || document.querySelector('.nuevo')) return;
  const enlace = document.createElement('a');
  enlace.href = `${raiz}cortes/${corte}/${vigente}`;
  enlace.textContent = 'Ver el corte más reciente';
  const aviso = document.createElement('p');
  aviso.className = 'nuevo';
  aviso.setAttribute('role', 'status');
  aviso.append('Hay resultados más nuevos. ', enlace);
  document.body.prepend(aviso);
};

const ponerAlDia = async () => {
  const { corte } = await leer('actual.json');
  if (!/^\d{8}_\d{4}$/.test(corte)) return;
  avisar(corte);
  for (const enlace of document.querySelectorAll('[data-ir]')) enlace.href = `${raiz}cortes/${corte}/${enlace.dataset.ir}`;
  for (const lugar of document.querySelectorAll('[data-avance]')) {
    const { hora, cifras } = await leer(`cortes/${corte}/${lugar.dataset.avance}/avance.json`);
    lugar.textContent = `Corte ${hora}: ${cifras.PORCENTAJE_ACTAS_CAPTURADAS} % de actas capturadas, `
      + `${cifras.PORCENTAJE_ACTAS_CONTABILIZADAS} % contabilizadas, participación ${cifras.PORCENTAJE_PARTICIPACION_CIUDADANA} %.`;
    lugar.hidden = false;
  }
};

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

const intentar = () => ponerAlDia().catch(() => {});
intentar();
document.addEventListener('visibilitychange', () => { if (!document.hidden) intentar(); });

// Any two cortes side by side: both resultados.json, subtracted. The page already compares this corte with the earlier one.
const textos = {/* comparar */};
const con = (frase, valores) => frase.replace(/\{(\w+)\}/g, (_, nombre) => valores[nombre]);
const { raiz } = document.body.dataset;
const seccion = document.querySelector('[data-comparar]');
const eleccion = seccion.dataset.comparar;
const [mandos, salida] = seccion.querySelectorAll('div');

const leer = async (ruta) => {
  const respuesta = await fetch(ruta);
  if (!respuesta.ok) throw new Error(String(respuesta.status));
  return respuesta.json();
};

const resultados = (corte) => leer(`${raiz}cortes/${corte}/${eleccion}/resultados.json`);

const elemento = (nombre, texto, clase) => {
  const nuevo = document.createElement(nombre);
  nuevo.textContent = texto;
  if (clase) nuevo.className = clase;
  return nuevo;
};

const conSigno = (n) => (n < 0 ? '−' : '+') + Math.abs(n).toLocaleString('en-US');

const ventaja = (area) => area.ventaja.candidaturas.map((c) => c.replaceAll('+', ' · ')).join(textos.y) || textos.sinDatos;

const tabla = (antes, despues) => {
  const viejas = new Map(antes.areas.map((a) => [a.area.clave, a]));
  const nueva = document.createElement('table');
  nueva.append(elemento('caption', con(textos.titulo, { antes: antes.corte, despues: despues.corte })));
  const titulos = nueva.createTHead().insertRow();
  for (const [texto, clase] of [[textos.area], [textos.actas, 'n'], [textos.votos, 'n'], [textos.ventaja]]) {
    const th = elemento('th', texto, clase);
    th.scope = 'col';
    titulos.append(th);
  }
  const cuerpo = nueva.createTBody();
  for (const area of despues.areas) {
    const vieja = viejas.get(area.area.clave);
    if (!vieja) continue;
    const actas = area.cifras.ACTAS_CONTABILIZADAS - vieja.cifras.ACTAS_CONTABILIZADAS;
    const votos = area.cifras.TOTAL_VOTOS_C_CS - vieja.cifras.TOTAL_VOTOS_C_CS;
    const [tenia, tiene] = [ventaja(vieja), ventaja(area)];
    if (actas === 0 && votos === 0 && tenia === tiene) continue;
    const fila = cuerpo.insertRow();
    const th = elemento('th', `${area.area.clave} ${area.area.nombre}`);
    th.scope = 'row';
    fila.append(th, elemento('td', conSigno(actas), 'n'), elemento('td', conSigno(votos), 'n'),
      elemento('td', tenia === tiene ? tiene : `${tenia} → ${tiene}`, tenia === tiene ? '' : 'cambio'));
  }
  return cuerpo.rows.length > 0 ? nueva : elemento('p', textos.ninguna, 'vacio');
};

const lista = (rotulo, puntos, elegido) => {
  const etiqueta = elemento('label', rotulo);
  const caja = document.createElement('select');
  for (const punto of puntos) caja.append(new Option(punto.hora, punto.corte, false, punto.corte === elegido));
  etiqueta.append(caja);
  mandos.append(etiqueta);
  return caja;
};

const preparar = async () => {
  const { puntos } = await leer('historial.json');
  if (puntos.length < 2) return;
  const desde = lista(textos.desde, puntos, puntos[0].corte);
  const hasta = lista(textos.hasta, puntos, puntos.at(-1).corte);
  const boton = elemento('button', textos.comparar, 'boton');
  boton.type = 'button';
  boton.addEventListener('click', async () => {
    const [uno, otro] = [desde.value, hasta.value].sort();
    salida.replaceChildren(textos.leyendo);
    try {
      salida.replaceChildren(tabla(...await Promise.all([resultados(uno), resultados(otro)])));
    } catch {
      salida.replaceChildren(elemento('p', textos.noSePudo, 'atento'));
    }
  });
  mandos.append(boton);
  seccion.hidden = false;
};

preparar().catch(() => {});

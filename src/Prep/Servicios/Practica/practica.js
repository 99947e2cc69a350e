// One acta at a time over the operation's own routes: the page knows nothing that they do not answer, so it cannot tell a round.
const por = (id) => document.getElementById(id);
const [entrada, captura, mesa, aviso] = ['entrada', 'captura', 'mesa', 'aviso'].map(por);
const { sitio } = document.body.dataset;
let turno = null;
let enlaceDeImagen = '';

const encabezados = () => ({ 'X-Clave': entrada.clave.value.trim(), 'X-Persona': encodeURIComponent(entrada.persona.value.trim()), 'X-Puesto': 'CAPTURA' });

const pedir = async (ruta, cuerpo) => {
  const respuesta = await fetch(`/operacion/captura/${ruta}`, cuerpo === undefined
    ? { headers: encabezados() }
    : { method: 'POST', headers: { ...encabezados(), 'Content-Type': 'application/json' }, body: JSON.stringify(cuerpo) });
  if (respuesta.ok) return respuesta;
  if (respuesta.status === 401) throw new Error('La clave no es la de esta consola. Cópiela de nuevo: cambia en cada arranque.');
  const problema = await respuesta.json().catch(() => null);
  throw new Error(problema?.detail ?? `El servidor respondió ${respuesta.status}.`);
};

const decir = (texto, mal = false) => {
  aviso.textContent = texto;
  aviso.classList.toggle('mal', mal);
  aviso.hidden = false;
};

// Every action ends here: a refusal is the sentence that the server gave.
const hacer = async (accion) => {
  try {
    await accion();
  } catch (error) {
    decir(error instanceof TypeError ? 'No hay comunicación con el servidor de la práctica. ¿Sigue corriendo la consola?' : error.message, true);
  }
  aviso.scrollIntoView({ block: 'nearest' });
};

const boton = (texto, entradaDelCampo) => {
  const nuevo = document.createElement('button');
  nuevo.type = 'button';
  nuevo.tabIndex = -1;
  nuevo.textContent = texto;
  nuevo.setAttribute('aria-label', `${texto}: ${entradaDelCampo.dataset.nombre}`);
  nuevo.addEventListener('click', () => {
    entradaDelCampo.value = texto;
    siguiente(entradaDelCampo);
  });
  return nuevo;
};

const campo = ({ campo: lugar, nombre }) => {
  const fila = document.createElement('div');
  fila.className = 'campo';
  const etiqueta = document.createElement('label');
  etiqueta.htmlFor = `campo-${lugar}`;
  etiqueta.textContent = nombre;
  const caja = document.createElement('input');
  caja.id = etiqueta.htmlFor;
  caja.dataset.nombre = nombre;
  caja.inputMode = 'numeric';
  caja.autocomplete = 'off';
  caja.maxLength = 8;
  fila.append(etiqueta, caja, boton('Ilegible', caja), boton('Sin dato', caja));
  return fila;
};

const siguiente = (desde) => {
  const cajas = [...captura.querySelectorAll('input, select:not(#defecto), button.boton')];
  cajas[cajas.indexOf(desde) + 1]?.focus();
};

const valor = (texto) => {
  const limpio = texto.trim();
  if (/^\d{1,6}$/.test(limpio)) return Number(limpio);
  return ['Ilegible', 'Sin dato', 'N/A'].find((palabra) => palabra.toLowerCase() === limpio.toLowerCase()) ?? null;
};

const cerrar = () => {
  mesa.hidden = true;
  turno = null;
  URL.revokeObjectURL(enlaceDeImagen);
  entrada.querySelector('button').focus();
};

const tomar = () => hacer(async () => {
  const nuevo = await (await pedir('turnos', null)).json();
  const imagen = await (await pedir(`turnos/${nuevo.turno}/imagen`)).blob();
  URL.revokeObjectURL(enlaceDeImagen);
  enlaceDeImagen = URL.createObjectURL(imagen);
  por('imagen').src = por('grande').href = enlaceDeImagen;
  if (turno?.turno !== nuevo.turno) {
    captura.reset();
    por('campos').replaceChildren(...nuevo.campos.map(campo));
  }
  turno = nuevo;
  mesa.hidden = false;
  decir(`Acta tomada por ${entrada.persona.value.trim()}. Es suya hasta las ${new Date(nuevo.venceEn).toLocaleTimeString('es-MX')}.`);
  captura.seccion.focus({ preventScroll: true });
});

const entregar = () => hacer(async () => {
  const faltas = [];
  const campos = [...por('campos').querySelectorAll('input')].map((caja) => {
    const escrito = valor(caja.value);
    caja.parentElement.classList.toggle('falta', escrito === null);
    if (escrito === null) faltas.push(caja);
    return escrito;
  });
  captura.tipo.classList.toggle('falta', !captura.tipo.value);
  if (!captura.tipo.value) faltas.unshift(captura.tipo);
  if (faltas.length > 0) {
    faltas[0].focus();
    throw new Error(`Falta o no se entiende lo escrito en ${faltas.length} ${faltas.length === 1 ? 'lugar marcado' : 'lugares marcados'}: un número de hasta seis cifras, «Ilegible» o «Sin dato».`);
  }
  const clave = { seccion: captura.seccion.value, tipo: captura.tipo.value, numero: captura.numero.value, extContigua: captura.ext.value };
  const { registradoEn } = await (await pedir('capturas', { turno: turno.turno, clave, campos })).json();
  cerrar();
  decir(`Captura registrada a las ${new Date(registradoEn).toLocaleTimeString('es-MX')}. Otra persona debe capturar la misma acta: cambie el nombre y tome otra`
    + `${sitio ? `; cuando dos coinciden, aparece en ${sitio} en el corte siguiente` : ''}.`);
});

entrada.addEventListener('submit', (evento) => { evento.preventDefault(); tomar(); });
captura.addEventListener('submit', (evento) => { evento.preventDefault(); entregar(); });
captura.addEventListener('keydown', (evento) => {
  if (evento.key !== 'Enter' || evento.target.tagName === 'BUTTON') return;
  evento.preventDefault();
  siguiente(evento.target);
});
// Another person, another acta: what the one before was typing is not shown to the next.
entrada.persona.addEventListener('change', () => { if (turno) cerrar(); });
por('defecto').addEventListener('change', ({ target }) => target.value && hacer(async () => {
  await pedir('reportes', { turno: turno.turno, defecto: target.value });
  cerrar();
  decir('Reporte registrado: el acta sale de la cola hasta que alguien la revise. Tome otra.');
}));

// The console's link brings the key after the #, which no server sees.
const deLaConsola = /^#clave=([0-9a-f]+)$/.exec(location.hash);
if (deLaConsola) {
  entrada.clave.value = deLaConsola[1];
  history.replaceState(null, '', location.pathname);
  entrada.persona.focus();
}

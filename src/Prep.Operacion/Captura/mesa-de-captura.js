// The desk of a captor: one acta at a time, from the lease to its delivery. It knows nothing that the routes of the lease do not answer, so it
// cannot tell one round from another.
import { callar, decir } from './aviso.js';
import { barrer, crearBorrador } from './captura-borrador.js';
import { crearFormulario } from './captura-formulario.js';
import { crearVisor } from './captura-imagen.js';
import { soloEstaPestana } from './captura-pestana.js';
import { abrirApartada, apartar, crearReloj, entregar, reportar, tomar, traerImagen } from './captura-turno.js';

const faltanParaApartar = 3;
const por = (id) => document.getElementById(id);
const { persona } = document.body.dataset;
const borrador = crearBorrador(persona);
const visor = crearVisor(por('visor'), por('acta'), por('renglon'), por('visor-texto'));
let turno = null;
let apartada = null;
let ocupado = false;
let siguienteBusqueda = 0;
let alPulsar = null;
const descansara = () => por('descanso').getAttribute('aria-pressed') === 'true';

const formulario = crearFormulario(por('hoja'), {
  decir,
  callar: () => ocupado || callar(),
  cambiar: () => turno && borrador.guardar(turno.imagen, formulario.escrito()),
  enfocar: (caja, parte, quedan) => {
    const pedido = turno?.campos.find((c) => String(c.campo) === caja.dataset.campo);
    visor.seguir((caja.dataset.campo === undefined ? caja.id === 'entregar' ? null : turno?.lugarDeClave : pedido?.lugar) ?? null, parte);
    if (quedan <= faltanParaApartar) preparar();
  },
});

// The next acta and its image come while the last boxes of this one are typed. If they do not, it is asked for afterwards, as the first.
const preparar = async () => {
  if (apartada || !turno || descansara()) return;
  apartada = { turno: null, url: null };
  const esta = apartada;
  try {
    esta.turno = await apartar(turno);
    esta.url = await traerImagen(esta.turno);
  } catch {
    if (apartada === esta && !esta.turno) apartada = null;
  }
};

const reloj = crearReloj(por('reloj'), por('reloj-restante'), {
  alAvisar: () => decir('Quedan dos minutos para esta acta. Si no alcanza, volverá a la cola y no pasa nada.', 'atento'),
  alVencer: () => ocupado || vencer(),
});

/** @param accion what the button does; without one the desk goes on by itself */
const esperar = (texto, accion = null) => {
  por('trabajo').hidden = true;
  por('espera').hidden = false;
  por('espera-texto').textContent = texto;
  por('espera-boton').hidden = !accion;
  alPulsar = accion;
  if (accion) por('espera-boton').focus();
};

const volverABuscar = () => {
  callar();
  esperar('Buscando un acta…');
  buscar();
};

const soltar = () => {
  reloj.parar();
  turno = null;
  if (por('acta').src.startsWith('blob:')) URL.revokeObjectURL(por('acta').src);
  visor.mostrar(null);
};

// The acta goes back to the queue; what was typed stays in the draft, in case it comes again.
const vencer = () => {
  const escrito = !formulario.vacio();
  soltar();
  esperar(escrito
    ? 'Se acabó el tiempo de esta acta y volvió a la cola. Lo que escribió se guardó en este equipo: si le toca otra vez, aparecerá.'
    : 'Se acabó el tiempo de esta acta y volvió a la cola. ¿Sigue ahí?', volverABuscar);
};

const enNSegundos = (segundos) => decir(`No hay comunicación con el centro. Lo que escribió está guardado; se intenta de nuevo en ${segundos} s.`, 'atento');

const abrir = async (nuevo, yaEsta = null) => {
  turno = nuevo;
  por('espera').hidden = true;
  por('trabajo').hidden = false;
  formulario.cerrar(false);
  formulario.empezar(turno.campos);
  const guardado = borrador.de(turno.imagen);
  if (guardado) {
    formulario.restaurar(guardado);
    if (!formulario.vacio()) decir('Se recuperó lo que ya había escrito de esta acta. Revíselo contra la imagen.', 'atento');
  }
  visor.mostrar(null);
  reloj.empezar(turno.venceEn);
  formulario.situar();
  try {
    const url = yaEsta ?? (await traerImagen(turno, enNSegundos));
    if (turno === nuevo) visor.mostrar(url);
    formulario.volver();
  } catch (error) {
    if (turno === nuevo) visor.decir(error.message);
  }
};

const buscar = async () => {
  clearTimeout(siguienteBusqueda);
  if (turno || ocupado) return;
  // Nobody is looking: an acta taken now would only wait.
  if (document.hidden) return;
  try {
    ocupado = true;
    const nuevo = await tomar();
    ocupado = false;
    await abrir(nuevo);
  } catch (error) {
    ocupado = false;
    const vacia = error.codigo === 'cola_vacia';
    esperar(vacia ? 'No hay actas por capturar. La siguiente aparecerá sola.' : error.message, error.estado === 401 ? volverABuscar : null);
    if (error.estado !== 401) siguienteBusqueda = setTimeout(buscar, (vacia ? 3000 : 8000) + Math.random() * 3000);
  }
};

const terminar = (texto) => {
  borrador.olvidar(turno.imagen);
  soltar();
  por('hechas').textContent = String(Number(por('hechas').textContent) + 1);
  decir(texto);
  if (descansara()) {
    apartada = null;
    por('descanso').setAttribute('aria-pressed', 'false');
    esperar('En descanso. Nadie espera por usted: cuando vuelva, tome un acta.', volverABuscar);
    return undefined;
  }
  return seguir();
};

// What was set apart is shown at once; that it is now the acta in hand is told to the centre meanwhile.
const seguir = async () => {
  const lista = apartada;
  apartada = null;
  if (!lista?.turno || lista.turno.venceEn < Date.now() + 5000) return buscar();
  abrir(lista.turno, lista.url);
  try {
    const deVerdad = await abrirApartada(enNSegundos);
    if (turno !== lista.turno) return undefined;
    if (deVerdad.turno === turno.turno) {
      turno.venceEn = deVerdad.venceEn;
      reloj.empezar(turno.venceEn);
    } else {
      soltar();
      decir('Esa acta volvió a la cola; ésta es otra.', 'atento');
      await abrir(deVerdad);
    }
  } catch (error) {
    if (turno === lista.turno) {
      soltar();
      esperar(error.message, volverABuscar);
    }
  }
  return undefined;
};

// One delivery at a time, whatever is pressed: a second Enter finds it busy, and the centre takes the same body of the same lease once.
const enviar = async (accion, hecho) => {
  if (ocupado || !turno) return;
  ocupado = true;
  formulario.cerrar(true);
  try {
    await accion();
    ocupado = false;
    await terminar(hecho);
  } catch (error) {
    ocupado = false;
    formulario.cerrar(false);
    if (['turno_vencido', 'turno_desconocido', 'no_se_captura', 'turno_con_otro_contenido', 'misma_persona'].includes(error.codigo)) {
      soltar();
      esperar(error.message, volverABuscar);
    } else {
      decir(error.message, 'mal');
      formulario.volver();
    }
  }
};

const entregarCaptura = () => {
  if (ocupado || !turno) return;
  const escrito = formulario.completo(turno.campos);
  if (escrito) enviar(() => entregar(turno, escrito, enNSegundos), 'Entregada. Siga con la siguiente.');
};

const abrirReporte = () => {
  por('reporte-hoja').reset();
  por('reporte-falta').hidden = true;
  por('reporte').showModal();
  por('reporte-hoja').defecto[0].focus();
};

const acciones = {
  l: () => por('regla').showModal(),
  x: abrirReporte,
  g: () => visor.hacer('girar'),
  t: () => visor.hacer('tono'),
  h: () => visor.hacer('entera'),
  '+': () => visor.hacer('acercar'),
  '-': () => visor.hacer('alejar'),
  d: () => por('descanso').click(),
};
const flechas = { ArrowUp: [0, -0.06], ArrowDown: [0, 0.06], ArrowLeft: [-0.06, 0], ArrowRight: [0.06, 0] };

por('trabajo').addEventListener('keydown', (e) => {
  if (e.isComposing || !turno) return;
  if (e.ctrlKey && flechas[e.key]) {
    e.preventDefault();
    visor.mover(...flechas[e.key]);
    return;
  }
  const enCaja = e.target.matches('#hoja input');
  if (enCaja && formulario.tecla(e)) return;
  if (e.target === por('entregar') && (e.key === 'ArrowUp' || (e.key === 'Enter' && (e.shiftKey || e.repeat)))) {
    e.preventDefault();
    if (!e.repeat || e.key === 'ArrowUp') formulario.regresar(e.target);
    return;
  }
  const accion = e.ctrlKey || e.altKey || e.metaKey ? null : acciones[e.key.toLowerCase()];
  if (accion) {
    e.preventDefault();
    accion();
  }
});

por('trabajo').addEventListener('click', (e) => {
  const boton = e.target.closest('button[data-visor], button[data-tecla]');
  if (!boton || !turno) return;
  const { visor: deVisor, tecla } = boton.dataset;
  if (deVisor) visor.hacer(deVisor);
  else if (tecla === 'regla') acciones.l();
  else if (tecla === 'reportar') abrirReporte();
  else formulario.ponerPalabra(tecla);
  if (tecla !== 'regla' && tecla !== 'reportar') formulario.volver();
});

por('hoja').addEventListener('submit', (e) => {
  e.preventDefault();
  entregarCaptura();
});
por('regla').addEventListener('close', () => turno && formulario.volver());
por('reporte').addEventListener('close', () => turno && !ocupado && formulario.volver());
por('reporte-no').addEventListener('click', () => por('reporte').close());
por('reporte-hoja').addEventListener('keydown', (e) => {
  const opcion = por('reporte-hoja').defecto[Number(e.key) - 1];
  if (opcion) {
    e.preventDefault();
    opcion.checked = true;
    opcion.focus();
  }
});
por('reporte-hoja').addEventListener('submit', (e) => {
  e.preventDefault();
  const defecto = por('reporte-hoja').defecto.value;
  por('reporte-falta').hidden = defecto !== '';
  if (defecto === '') return;
  por('reporte').close();
  enviar(() => reportar(turno, defecto, enNSegundos), 'Imagen reportada: otra persona la revisa. Siga con la siguiente.');
});
por('descanso').addEventListener('click', () => {
  const si = !descansara();
  por('descanso').setAttribute('aria-pressed', String(si));
  decir(si ? 'Al entregar esta acta no se le dará otra.' : 'Seguirá con la siguiente.', 'atento');
  if (turno) formulario.volver();
});
por('espera-boton').addEventListener('click', () => alPulsar?.());
document.addEventListener('visibilitychange', () => document.hidden || alPulsar || buscar());

barrer(persona);
soloEstaPestana(persona, {
  alTener: volverABuscar,
  alPerder: (texto, recuperar) => {
    clearTimeout(siguienteBusqueda);
    soltar();
    esperar(texto, recuperar);
  },
});

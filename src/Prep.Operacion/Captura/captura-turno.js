// The lease of an acta: asking for it, its time, its image, and handing it in. What is handed in is sent again, the same, until the centre answers.
import { insistir, pedir } from './red.js';

const rutas = '/operacion/captura';
const plazo = 20_000;
const plazoDeImagen = 180_000;

// The server says places in ten-thousandths of the sheet.
const enPartes = (r) => r && { x: r.x / 1e4, y: r.y / 1e4, w: r.ancho / 1e4, h: r.alto / 1e4 };

const aTurno = async (respuesta) => {
  const turno = await respuesta.json();
  return {
    ...turno,
    campos: turno.campos.map((c) => ({ ...c, lugar: enPartes(c.lugar) })),
    lugarDeClave: enPartes(turno.lugarDeClave),
    venceEn: Date.now() + turno.segundos * 1000,
  };
};

export const tomar = async () => aTurno(await pedir(`${rutas}/turnos`, { cuerpo: {}, plazo }));

/** The acta in hand becomes the one set apart: it must be said before that one's short time runs out, so it is said until the centre hears. */
export const abrirApartada = async (alEsperar) => aTurno(await insistir(`${rutas}/turnos`, { cuerpo: {}, plazo }, alEsperar));

/** The next acta, before it is needed. */
export const apartar = async (turno) => aTurno(await pedir(`${rutas}/turnos/${turno.turno}/siguiente`, { cuerpo: {}, plazo }));

export const traerImagen = async (turno, alEsperar) => URL.createObjectURL(await (await insistir(`${rutas}/turnos/${turno.turno}/imagen`, { plazo: plazoDeImagen }, alEsperar)).blob());

export const entregar = (turno, escrito, alEsperar) => insistir(`${rutas}/capturas`, { cuerpo: { turno: turno.turno, ...escrito }, plazo }, alEsperar);

export const reportar = (turno, defecto, alEsperar) => insistir(`${rutas}/reportes`, { cuerpo: { turno: turno.turno, defecto }, plazo }, alEsperar);

/** Shows the time left, second by second; `alVencer` is called once. */
export const crearReloj = (caja, texto, { alAvisar, alVencer }) => {
  let [venceEn, avisado, cuenta] = [0, false, 0];
  const marcar = () => {
    const quedan = Math.max(0, Math.ceil((venceEn - Date.now()) / 1000));
    texto.textContent = `${Math.floor(quedan / 60)}:${String(quedan % 60).padStart(2, '0')}`;
    caja.classList.toggle('mesa-apremia', quedan <= 120);
    if (quedan <= 120 && quedan > 0 && !avisado) {
      avisado = true;
      alAvisar();
    }
    if (quedan === 0) {
      parar();
      alVencer();
    }
  };
  const parar = () => {
    clearInterval(cuenta);
    caja.hidden = true;
  };
  return {
    parar,
    empezar: (hasta) => {
      parar();
      [venceEn, avisado] = [hasta, hasta - Date.now() <= 120_000];
      caja.hidden = false;
      cuenta = setInterval(marcar, 1000);
      marcar();
    },
  };
};

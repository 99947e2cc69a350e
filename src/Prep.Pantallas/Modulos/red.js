// The one way a screen talks to the server: every refusal comes out as the sentence that the server gave for a person.
const ficha = () => document.querySelector('meta[name="prep-ficha"]')?.content ?? '';

/** A refusal (code and sentence) or a silence of the network (code "sin_red"). */
export class Rechazo extends Error {
  constructor(codigo, mensaje, estado) {
    super(mensaje);
    this.codigo = codigo;
    this.estado = estado;
  }
}

// The ficha of a page is of the session that made it. After signing in again in another tab, the page asks for its own address and takes the new one.
const renovarFicha = async () => {
  const pagina = await fetch(location.href, { credentials: 'same-origin', redirect: 'error' }).then((r) => r.text()).catch(() => '');
  const nueva = new DOMParser().parseFromString(pagina, 'text/html').querySelector('meta[name="prep-ficha"]')?.content;
  if (!nueva || nueva === ficha()) return false;
  document.querySelector('meta[name="prep-ficha"]').content = nueva;
  return true;
};

const sinRed = () => new Rechazo('sin_red', 'No hay comunicación con el centro. Lo que escribió sigue aquí: se intentará de nuevo.', 0);

/**
 * Asks the server. With `cuerpo` it is a POST of JSON; with `bytes`, a POST of those bytes of `tipo`.
 * @param plazo milliseconds after which a silent network counts as none; without it, as long as the browser waits
 * @returns {Promise<Response>} only when the answer is good
 */
export const pedir = async (ruta, opciones = {}) => {
  try {
    return await pedirUnaVez(ruta, opciones);
  } catch (error) {
    if (error.codigo !== 'ficha_vencida' || !(await renovarFicha())) throw error;
    return pedirUnaVez(ruta, opciones);
  }
};

const pedirUnaVez = async (ruta, { cuerpo, bytes, tipo = 'application/octet-stream', senal, plazo }) => {
  const envio = cuerpo !== undefined || bytes !== undefined;
  const respuesta = await fetch(ruta, {
    method: envio ? 'POST' : 'GET',
    credentials: 'same-origin',
    redirect: 'error',
    signal: plazo ? AbortSignal.any([AbortSignal.timeout(plazo), ...(senal ? [senal] : [])]) : senal,
    headers: envio ? { 'X-Prep-Ficha': ficha(), 'Content-Type': bytes === undefined ? 'application/json' : tipo } : {},
    body: envio ? (bytes ?? JSON.stringify(cuerpo)) : undefined,
  }).catch(() => { throw sinRed(); });
  if (respuesta.ok) return respuesta;
  const problema = await respuesta.json().catch(() => null);
  if (problema?.codigo === 'sesion_en_reposo') document.dispatchEvent(new Event('prep-reposo'));
  if (problema?.detail) throw new Rechazo(problema.codigo ?? `http_${respuesta.status}`, problema.detail, respuesta.status);
  const mensaje = {
    401: 'Su sesión terminó. Entre de nuevo en otra pestaña y vuelva a ésta: lo que escribió se conserva.',
    403: 'Su puesto no puede hacer esto.',
    413: 'El archivo es demasiado grande.',
    429: 'Hay demasiadas peticiones. Espere unos segundos.',
  }[respuesta.status] ?? `El servidor no pudo hacerlo (${respuesta.status}). Intente de nuevo; si sigue, avise a la coordinación.`;
  throw new Rechazo(`http_${respuesta.status}`, mensaje, respuesta.status);
};

/** As `pedir`, and again while the network is silent, waiting 1, 2, 4… up to 15 seconds or until the browser sees a network. `alEsperar(segundos)` may tell the person. */
export const insistir = async (ruta, opciones = {}, alEsperar = () => {}) => {
  for (let espera = 1; ; espera = Math.min(espera * 2, 15)) {
    try {
      return await pedir(ruta, opciones);
    } catch (error) {
      if (error.codigo !== 'sin_red' || opciones.senal?.aborted) throw error;
      alEsperar(espera);
      await new Promise((listo) => {
        setTimeout(listo, espera * 1000);
        addEventListener('online', listo, { once: true });
      });
    }
  }
};

// A USB reader types the credential and Enter: that goes to the PIN. On sending, this computer signs a challenge behind.
import { decir } from './aviso.js';
import { pedir } from './red.js';
import * as llavero from './llavero.js';

const forma = document.getElementById('entrar');
const campo = (nombre) => forma.elements.namedItem(nombre);
let firmado = false;

campo('credencial').addEventListener('keydown', (tecla) => {
  if (tecla.key === 'Enter' && campo('pin').value === '') {
    tecla.preventDefault();
    campo('pin').focus();
  }
});

const probar = async () => {
  const equipo = llavero.puede() ? await llavero.leer() : undefined;
  if (!equipo) return;
  const { reto } = await (await pedir('/entrar/reto')).json();
  campo('equipo').value = equipo.id;
  campo('reto').value = reto;
  campo('firma').value = await llavero.firmar(equipo.clave, 'entrar', equipo.id, reto);
};

forma.addEventListener('submit', async (suceso) => {
  if (firmado) return;
  suceso.preventDefault();
  const boton = forma.querySelector('button');
  boton.disabled = true;
  try {
    await probar();
    firmado = true;
    forma.requestSubmit();
  } catch (error) {
    decir(error.message, 'mal');
  } finally {
    boton.disabled = false;
  }
});

// Coming back with the browser's arrow, what was signed no longer serves.
addEventListener('pageshow', () => { firmado = false; });

if (forma.dataset.exigeEquipo === 'si') {
  if (!llavero.puede()) decir('Este navegador no puede comprobar el equipo: use uno reciente y una dirección https.', 'mal');
  else if (!(await llavero.leer().catch(() => undefined))) decir('Este equipo no está inscrito. Pida un código a su coordinación y ábralo en «Este equipo».', 'atento');
}

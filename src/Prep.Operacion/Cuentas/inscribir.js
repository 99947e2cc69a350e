// Enrols this computer: makes its key, shows that it has it, and keeps it.
import { decir } from './aviso.js';
import { pedir } from './red.js';
import * as llavero from './llavero.js';

const forma = document.getElementById('inscribir');
const nombre = document.getElementById('equipo-nombre');

const mostrar = (equipo) => {
  nombre.textContent = equipo ? `Este equipo está inscrito como «${equipo.nombre}», en ${equipo.sitio}.` : 'Este equipo no está inscrito.';
};

forma.addEventListener('submit', async (suceso) => {
  suceso.preventDefault();
  const boton = forma.querySelector('button');
  boton.disabled = true;
  try {
    const par = await llavero.nuevaClave();
    const { reto } = await (await pedir('/entrar/reto')).json();
    const respuesta = await pedir('/equipo', { cuerpo: {
      codigo: forma.elements.namedItem('codigo').value,
      clave: await llavero.publica(par),
      reto,
      firma: await llavero.firmar(par.privateKey, 'inscribir', '', reto),
    } });
    const hecho = await respuesta.json();
    const equipo = { id: hecho.equipo, nombre: hecho.nombre, sitio: hecho.sitio, clave: par.privateKey };
    await llavero.guardar(equipo);
    mostrar(equipo);
    forma.reset();
    decir('Listo: ya se puede entrar en este equipo.');
  } catch (error) {
    decir(error.message, 'mal');
  } finally {
    boton.disabled = false;
  }
});

if (llavero.puede()) {
  // The browser may drop what it keeps when the disk fills, unless it promises not to.
  navigator.storage?.persist?.();
  forma.hidden = false;
  mostrar(await llavero.leer().catch(() => undefined));
} else {
  mostrar(undefined);
  decir('Este navegador no puede guardar la clave de un equipo: use uno reciente y una dirección https.', 'mal');
}

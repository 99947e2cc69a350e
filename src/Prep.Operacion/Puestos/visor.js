// The image pane of the screens that decide on an acta: the same pane as in captura. Letters work while no box is being typed.
import { crearVisor } from './captura-imagen.js';
import './un-envio.js';

const por = (id) => document.getElementById(id);
const marco = por('visor');
const imagen = por('acta');
const texto = por('visor-texto');
const acciones = { '+': 'acercar', '-': 'alejar', g: 'girar', t: 'tono', h: 'entera' };
const pasos = { ArrowUp: [0, -0.12], ArrowDown: [0, 0.12], ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0] };
const seEscribe = (donde) => donde.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');

/** null where the screen shows no image */
export const visor = marco && crearVisor(marco, imagen, por('renglon'), texto);

const hacer = (accion) => {
  visor.hacer(accion);
  if (accion === 'entera') document.querySelector('[data-visor="entera"]').setAttribute('aria-pressed', visor.entera);
};

if (visor) {
  por('visor-teclas').hidden = false;
  imagen.addEventListener('error', () => { texto.textContent = 'La imagen no se puede mostrar: está retirada, o no llegó del centro. Recargue la página.'; });
  visor.mostrar(imagen.getAttribute('src'));
  por('visor-teclas').addEventListener('click', (e) => {
    const boton = e.target.closest('[data-visor]');
    if (boton) hacer(boton.dataset.visor);
  });
  // The image goes to the row of the field that has the keyboard, where the sheet is known.
  addEventListener('focusin', (e) => {
    const lugar = e.target.closest?.('[data-lugar]')?.dataset.lugar?.split(' ').map((n) => Number(n) / 10_000);
    if (lugar?.length === 4) visor.seguir({ x: lugar[0], y: lugar[1], w: lugar[2], h: lugar[3] }, 0.5);
  });
  addEventListener('keydown', (e) => {
    if (e.ctrlKey && pasos[e.key]) {
      e.preventDefault();
      visor.mover(...pasos[e.key]);
    } else if (!e.ctrlKey && !e.altKey && !e.metaKey && !seEscribe(e.target) && acciones[e.key.toLowerCase()]) {
      e.preventDefault();
      hacer(acciones[e.key.toLowerCase()]);
    }
  });
}

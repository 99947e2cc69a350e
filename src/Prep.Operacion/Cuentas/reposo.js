// After some minutes without a key or the mouse, covers the screen and asks for the PIN. The page stays beneath: nothing typed is lost.
import { pedir } from './red.js';

const minutos = Number(document.querySelector('meta[name="prep-reposo"]')?.content ?? 10);
let ultima = Date.now();
let dialogo;

// What happens in one tab counts for all of this person's.
const canal = 'BroadcastChannel' in globalThis ? new BroadcastChannel('prep-reposo') : undefined;
canal?.addEventListener('message', ({ data }) => {
  if (data === 'activo') ultima = Date.now();
  else if (data === 'reposo') cubrir();
  else if (data === 'fin') descubrir();
});

const activo = () => {
  if (dialogo) return;
  if (Date.now() - ultima > 5000) canal?.postMessage('activo');
  ultima = Date.now();
};
for (const suceso of ['keydown', 'pointerdown', 'pointermove', 'wheel']) addEventListener(suceso, activo, { passive: true, capture: true });

const descubrir = () => {
  ultima = Date.now();
  dialogo?.close();
  dialogo?.remove();
  dialogo = undefined;
};

const elemento = (nombre, atributos = {}, ...hijos) => {
  const e = document.createElement(nombre);
  for (const [clave, valor] of Object.entries(atributos)) e.setAttribute(clave, valor);
  e.append(...hijos);
  return e;
};

function cubrir() {
  if (dialogo) return;
  const foco = document.activeElement;
  const pin = elemento('input', { id: 'reposo-pin', type: 'password', inputmode: 'numeric', autocomplete: 'off', maxlength: '6', required: '' });
  const mal = elemento('p', { class: 'campo-mal', role: 'alert' });
  const forma = elemento('form', {},
    elemento('h2', { id: 'reposo-titulo' }, 'Pantalla en reposo'),
    elemento('p', {}, 'Escriba su PIN para seguir. Lo que estaba haciendo sigue aquí, sin cambios.'),
    elemento('div', { class: 'campo' }, elemento('label', { for: 'reposo-pin' }, 'PIN'), pin, mal),
    elemento('button', { class: 'principal' }, 'Seguir'));
  dialogo = elemento('dialog', { class: 'reposo', 'aria-labelledby': 'reposo-titulo' }, forma);
  dialogo.addEventListener('cancel', (suceso) => suceso.preventDefault());
  dialogo.addEventListener('close', () => { if (dialogo?.isConnected) dialogo.showModal(); });
  forma.addEventListener('submit', async (suceso) => {
    suceso.preventDefault();
    mal.textContent = '';
    try {
      await pedir('/cuenta/reposo/salir', { cuerpo: { pin: pin.value } });
      canal?.postMessage('fin');
      const cerrado = dialogo;
      dialogo = undefined;
      ultima = Date.now();
      cerrado.remove();
      foco?.focus?.();
    } catch (error) {
      mal.textContent = error.message;
      pin.value = '';
      pin.focus();
    }
  });
  document.body.append(dialogo);
  dialogo.showModal();
  pin.focus();
}

/** Covers the screen now and tells the server. */
export const reposar = async () => {
  cubrir();
  canal?.postMessage('reposo');
  await pedir('/cuenta/reposo', { cuerpo: {} }).catch(() => {});
};

// Another tab, or another program, put the session to rest.
document.addEventListener('prep-reposo', cubrir);
setInterval(() => { if (!dialogo && Date.now() - ultima >= minutos * 60_000) reposar(); }, 1000);
document.getElementById('reposar')?.addEventListener('click', reposar);

// Keeps current the parts of a screen marked data-vivo="name": asks for the page again every so often and puts the new part in place.
// What a person is writing in is left alone until she leaves it.
// A page with <body data-avisos="address"> is told by server-sent events when there is something new, and says in #vivo-estado whether it is being told.
const cada = 15_000;

const ocupada = (parte) => parte.contains(document.activeElement) || [...parte.querySelectorAll('textarea, input:not([type="hidden"])')].some((c) => c.value !== c.defaultValue);

const estado = document.getElementById('vivo-estado');
const decir = (texto) => { if (estado && estado.textContent !== texto) estado.textContent = texto; };

const refrescar = async () => {
  if (document.hidden) return;
  const respuesta = await fetch(location.href, { credentials: 'same-origin', redirect: 'error' }).catch(() => null);
  if (!respuesta?.ok) {
    decir('No se pudo actualizar: lo que ve no es lo último. Si sigue así, entre de nuevo.');
    return;
  }
  const nueva = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
  for (const parte of document.querySelectorAll('[data-vivo]')) {
    const otra = nueva.querySelector(`[data-vivo="${parte.dataset.vivo}"]`);
    if (otra && !ocupada(parte) && otra.innerHTML !== parte.innerHTML) parte.replaceChildren(...otra.childNodes);
  }
  decir('Se actualiza sola.');
};

const avisos = document.body.dataset.avisos;
if (avisos) {
  const fuente = new EventSource(avisos);
  fuente.addEventListener('open', () => decir('Se actualiza sola.'));
  fuente.addEventListener('lectura', refrescar);
  fuente.addEventListener('error', () => {
    // The stream ends by itself now and then; only a silence that lasts is said.
    setTimeout(() => { if (fuente.readyState !== EventSource.OPEN) decir('Sin comunicación: lo que ve puede no ser lo último.'); }, 8_000);
  });
} else {
  setInterval(refrescar, cada);
}
document.addEventListener('visibilitychange', refrescar);

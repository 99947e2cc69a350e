// Keeps current the parts of a screen marked data-vivo="name": asks for the page again every so often and puts the new part in place.
// What a person is writing in is left alone until she leaves it.
const cada = 15_000;

const ocupada = (parte) => parte.contains(document.activeElement) || [...parte.querySelectorAll('textarea, input:not([type="hidden"])')].some((c) => c.value !== c.defaultValue);

const refrescar = async () => {
  if (document.hidden) return;
  const respuesta = await fetch(location.href, { credentials: 'same-origin', redirect: 'error' }).catch(() => null);
  if (!respuesta?.ok) return;
  const nueva = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
  for (const parte of document.querySelectorAll('[data-vivo]')) {
    const otra = nueva.querySelector(`[data-vivo="${parte.dataset.vivo}"]`);
    if (otra && !ocupada(parte) && otra.innerHTML !== parte.innerHTML) parte.replaceChildren(...otra.childNodes);
  }
};

setInterval(refrescar, cada);
document.addEventListener('visibilitychange', refrescar);

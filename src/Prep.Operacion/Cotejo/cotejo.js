// The checklist by keyboard: Enter says equal and goes on, D says different and goes on. The marks are plain radio buttons: without this the
// form works the same by mouse.
import './visor.js';

const por = (id) => document.getElementById(id);
const hoja = por('cotejo');

if (hoja) {
  const filas = [...hoja.querySelectorAll('tbody tr')];
  const marcas = filas.map((fila) => [...fila.querySelectorAll('input')]);
  const [aceptar, motivo, cuenta] = [por('aceptar'), por('motivo'), por('cuenta')];

  const contar = () => {
    const faltan = marcas.filter((m) => !m.some((c) => c.checked)).length;
    const distintos = marcas.filter((m) => m[1].checked).length;
    cuenta.hidden = false;
    cuenta.textContent = faltan > 0 ? `${faltan === 1 ? 'Falta 1 renglón' : `Faltan ${faltan} renglones`}${distintos ? `, ${distintos} distintos` : ''}` : distintos === 0 ? 'Todo igual' : distintos === 1 ? '1 distinto: pida la corrección' : `${distintos} distintos: pida la corrección`;
    for (const [i, fila] of filas.entries()) fila.dataset.marca = marcas[i].find((c) => c.checked)?.value ?? '';
    return { faltan, distintos };
  };

  const ir = (i) => {
    marcas[i][0].focus({ preventScroll: true });
    filas[i].scrollIntoView({ block: 'nearest' });
  };

  // After the last one, the first that was left; then the button that follows from the marks.
  const seguir = (i) => {
    const { faltan, distintos } = contar();
    const pendiente = (desde) => marcas.findIndex((m, j) => j >= desde && !m.some((c) => c.checked));
    const otra = faltan === 0 ? -1 : pendiente(i + 1) >= 0 ? pendiente(i + 1) : pendiente(0);
    if (otra >= 0) ir(otra);
    else (distintos > 0 ? motivo : aceptar).focus();
  };

  hoja.addEventListener('change', contar);
  hoja.querySelector('tbody').addEventListener('keydown', (e) => {
    const i = filas.indexOf(e.target.closest('tr'));
    if (i < 0 || e.ctrlKey || e.altKey || e.metaKey) return;
    const marcar = { enter: 0, d: 1 }[e.key.toLowerCase()];
    if (marcar !== undefined) {
      e.preventDefault();
      if (e.repeat) return;
      marcas[i][marcar].checked = true;
      seguir(i);
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      ir(Math.min(Math.max(i + (e.key === 'ArrowDown' ? 1 : -1), 0), filas.length - 1));
    }
  });
  contar();
  const primera = marcas.findIndex((m) => !m.some((c) => c.checked));
  if (primera >= 0) ir(primera);
}

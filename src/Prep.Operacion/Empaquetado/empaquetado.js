// Packing with a reader: each label that it types marks its acta. The marks are plain boxes and survive a reload of the page.
import './un-envio.js';

const por = (id) => document.getElementById(id);
const forma = por('paquete');

if (forma) {
  const cajas = [...forma.querySelectorAll('input[name="acta"]')];
  const lector = por('lector');
  const clave = `prep.paquete.${forma.dataset.catd}`;
  // A reader set for another keyboard types another sign where the label has a bar.
  const limpia = (texto) => texto.toUpperCase().replace(/[^A-Z0-9]+/g, '|');
  const guardado = (() => { try { return JSON.parse(sessionStorage.getItem(clave)) ?? []; } catch { return []; } })();

  const contar = () => {
    const van = cajas.filter((c) => c.checked);
    por('cuenta').textContent = `${van.length} de ${cajas.length} marcadas`;
    sessionStorage.setItem(clave, JSON.stringify(van.map((c) => c.value)));
    return van.length;
  };

  const decir = (texto, mal = false) => {
    por('lector-dice').textContent = texto;
    por('lector-dice').classList.toggle('lector-mal', mal);
  };

  if (!cajas.some((c) => c.checked)) for (const caja of cajas) caja.checked = guardado.includes(caja.value);
  forma.addEventListener('change', contar);
  for (const [id, marca] of [['todas', true], ['ninguna', false]]) {
    por(id).hidden = false;
    por(id).addEventListener('click', () => {
      for (const caja of cajas) caja.checked = marca;
      contar();
    });
  }

  por('con-lector').hidden = false;
  lector.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter') return;
    e.preventDefault();
    const leido = limpia(lector.value.trim());
    const halladas = cajas.filter((c) => c.dataset.etiqueta && limpia(c.dataset.etiqueta) === leido);
    if (leido.length === 0) return;
    const caja = halladas.find((c) => !c.checked) ?? halladas[0];
    if (!caja) {
      decir(`Esa etiqueta no está entre las actas por empaquetar: ${lector.value.trim()}. Aparte ese papel y avise a acopio.`, true);
    } else {
      const estaba = caja.checked;
      caja.checked = true;
      const van = contar();
      decir(estaba ? `${caja.dataset.nombre}: ya estaba adentro.` : `${caja.dataset.nombre}: adentro. Van ${van}.`);
      caja.closest('tr').scrollIntoView({ block: 'nearest' });
    }

    lector.value = '';
  });
  contar();
  (por('etiqueta').value ? lector : por('etiqueta')).focus();
  por('etiqueta').addEventListener('keydown', (e) => {
    if (e.key === 'Enter') {
      e.preventDefault();
      lector.focus();
    }
  });
}

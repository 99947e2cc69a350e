// One prepared image before the eyes of the person: the picture, its faults, which acta, and what is sent.
import { pedir } from './red.js';

const por = (id) => document.getElementById(id);
const crear = (etiqueta, clase, texto) => {
  const nodo = document.createElement(etiqueta);
  if (clase) nodo.className = clase;
  if (texto !== undefined) nodo.textContent = texto;
  return nodo;
};

const textoDeEtiqueta = ({ lectura, etiqueta, acta }) => ({
  Leido: acta ? `✓ La etiqueta dice: ${acta.nombre}.` : `El código QR no es una etiqueta de este proceso («${etiqueta}»). Busque el acta por su encabezado.`,
  NoHay: 'No se leyó ningún código QR. Si la etiqueta está dañada, imprima otra en acopio; o busque el acta por su encabezado y otra persona lo confirmará.',
  Distintos: 'Hay códigos QR que dicen cosas distintas. Revise si hay dos etiquetas o dos actas en la imagen.',
  SinLector: 'Este servidor no puede leer códigos QR ahora: busque el acta por su encabezado y otra persona lo confirmará. Avise a la coordinación.',
})[lectura];

/**
 * @param alRegistrar called with what the person decided
 * @param alGirar called with quarters of a turn, clockwise
 */
export const crearRevision = ({ alRegistrar, alGirar, alDescartar, alDoble }) => {
  let archivo = null;
  let actas = new Map();

  const elegida = () => document.querySelector('#actas input:checked')?.value;

  const alElegir = () => {
    const valor = elegida();
    const acta = actas.get(valor);
    const deEtiqueta = archivo.preparada.acta?.acta;
    por('avisos').replaceChildren(...(acta?.avisos ?? []).map((a) => crear('li', '', a)));
    por('caja-acopio').hidden = valor !== '';
    por('caja-contra').hidden = !deEtiqueta || valor === undefined || valor === deEtiqueta;
    por('dos').hidden = !acta?.conImagen;
    if (acta) por('documento').value = acta.documento;
    por('mal').textContent = '';
  };

  const ponerActas = (lista, marcar) => {
    actas = new Map(lista.map((a) => [a.acta, a]));
    const opcion = (valor, texto) => {
      const caja = crear('label', 'opcion');
      const radio = crear('input');
      Object.assign(radio, { type: 'radio', name: 'acta', value: valor, checked: valor === marcar });
      caja.append(radio, crear('span', '', texto));
      return caja;
    };
    por('actas').replaceChildren(...lista.map((a) => opcion(a.acta, a.nombre)), opcion('', 'No se puede saber: que lo digan dos personas en Identificación'));
    alElegir();
  };

  const buscar = async () => {
    const texto = por('busca').value.trim();
    por('busca-mal').textContent = '';
    if (!texto) return;
    try {
      const lista = await (await pedir(`/operacion/digitalizacion/actas?busca=${encodeURIComponent(texto)}`)).json();
      const suya = archivo.preparada.acta;
      ponerActas(suya && !lista.some((a) => a.acta === suya.acta) ? [suya, ...lista] : lista, lista.length === 1 ? lista[0].acta : undefined);
      document.querySelector('#actas input')?.focus();
    } catch (error) {
      por('busca-mal').textContent = error.message;
    }
  };

  const mostrar = (nuevo) => {
    archivo = nuevo;
    const { preparada } = archivo;
    por('revision').hidden = false;
    por('nombre').textContent = archivo.nombre;
    por('vista').src = `/operacion/digitalizacion/preparaciones/${preparada.codigo}/archivo`;
    por('marco').className = ['digi-marco', ...preparada.reparos.filter((r) => r.lado).map((r) => `corte-${r.lado}`)].join(' ');
    por('medidas').textContent = `Se publicará así: ${preparada.ancho} × ${preparada.alto} puntos, en grises, sin datos del equipo`;
    const reparos = preparada.reparos.map((r) => {
      const nota = crear('p', `aviso digi-reparo aviso-${r.gravedad === 'Mal' ? 'mal' : 'atento'}`);
      const marca = crear('span', 'aviso-marca', r.gravedad === 'Mal' ? '✕' : '!');
      marca.setAttribute('aria-hidden', 'true');
      nota.append(marca, r.consejo);
      return nota;
    });
    if (reparos.length === 0) {
      const nota = crear('p', 'aviso digi-reparo aviso-bien');
      const marca = crear('span', 'aviso-marca', '✓');
      marca.setAttribute('aria-hidden', 'true');
      nota.append(marca, 'Se lee bien: tamaño, enfoque, luz y orillas correctos.');
      reparos.push(nota);
    }

    por('reparos').replaceChildren(...reparos);
    por('caja-reparos').hidden = !preparada.reparos.some((r) => r.gravedad === 'Mal');
    for (const id of ['asi', 'contra']) por(id).checked = false;
    por('busca').value = '';
    por('busca-mal').textContent = '';
    por('etiqueta').textContent = textoDeEtiqueta(preparada);
    ponerActas(preparada.acta ? [preparada.acta] : [], preparada.acta?.acta);
    por('mal').textContent = '';
    (preparada.acta ? document.querySelector('#registro .principal') : por('busca')).focus();
  };

  por('buscar').addEventListener('click', buscar);
  por('busca').addEventListener('keydown', (tecla) => {
    if (tecla.key !== 'Enter') return;
    tecla.preventDefault();
    buscar();
  });
  por('actas').addEventListener('change', alElegir);
  por('registro').addEventListener('submit', (envio) => {
    envio.preventDefault();
    const valor = elegida();
    if (valor === undefined) {
      por('mal').textContent = 'Diga de qué acta es, o que no se puede saber.';
      return;
    }

    alRegistrar(archivo, {
      codigo: archivo.preparada.codigo,
      acta: valor || null,
      medio: archivo.medio,
      documento: por('documento').value,
      contraEtiqueta: por('contra').checked && !por('caja-contra').hidden,
      conReparos: por('asi').checked,
      acopioLocal: valor === '' ? por('acopio').value : null,
    });
  });

  const hacer = {
    derecha: () => alGirar(archivo, 1),
    izquierda: () => alGirar(archivo, 3),
    acercar: () => por('marco').classList.toggle('cerca'),
    descartar: () => alDescartar(archivo),
    dos: () => alDoble(archivo, elegida()),
  };
  por('revision').addEventListener('click', (toque) => hacer[toque.target.closest('[data-hacer]')?.dataset.hacer]?.());
  addEventListener('keydown', (tecla) => {
    if (por('revision').hidden || tecla.ctrlKey || tecla.altKey || tecla.metaKey || tecla.target.matches('input:not([type="radio"], [type="checkbox"]), select, textarea')) return;
    const que = { d: 'derecha', i: 'izquierda', '+': 'acercar' }[tecla.key.toLowerCase()];
    if (que) {
      tecla.preventDefault();
      hacer[que]();
    }
  });

  return {
    mostrar,
    ocultar: () => {
      archivo = null;
      por('revision').hidden = true;
    },
    falta: (texto) => { por('mal').textContent = texto; },
    actual: () => archivo,
  };
};

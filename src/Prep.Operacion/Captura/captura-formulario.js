// The boxes of an acta: the casilla as written, then its quantities in the order of the paper. A box holds digits, or a word that one key puts;
// an empty box is neither, and cannot be passed. Nothing is added up and nothing comes in but from the keyboard.
const palabras = { ilegible: 'Ilegible', 'sin-dato': 'Sin dato', 'no-aplica': 'N/A' };
const tipos = { B: 'Básica', C: 'Contigua', E: 'Extraordinaria', S: 'Especial', A: 'Voto anticipado', P: 'Prisión preventiva', M: 'Mesa en el extranjero', U: 'Urna electrónica' };
const mesasEspeciales = 'APM';
const enBlanco = 'En blanco no es cero: escriba 0, o marque Sin dato / Ilegible.';
const teclasDePalabra = { '*': 'ilegible', i: 'ilegible', '/': 'sin-dato', s: 'sin-dato', n: 'no-aplica' };

/** @param avisos {decir, callar, enfocar(casilla, parte), cambiar(), alFinal()} what the desk does with what happens here */
export const crearFormulario = (hoja, avisos) => {
  const por = (id) => hoja.querySelector(`#${id}`);
  const [seccion, tipo, numero, contigua] = ['seccion', 'tipo', 'numero', 'contigua'].map(por);
  const [lista, resumen, entregar, noAplica] = [por('campos'), por('resumen'), por('entregar'), hoja.querySelector('[data-tecla="no-aplica"]')];
  const maximo = Number(hoja.dataset.maximo);
  let campos = [];
  let actual = seccion;
  let cerrado = false;

  const ruta = () => [
    seccion, tipo,
    ...(tipo.value === 'B' ? [] : [numero]),
    ...(tipo.value === 'E' ? [contigua] : []),
    ...campos,
  ];
  const esCampo = (caja) => caja.dataset.campo !== undefined;
  const esMesaEspecial = () => tipo.value !== '' && mesasEspeciales.includes(tipo.value);
  const permite = (caja, palabra) => palabra !== 'no-aplica' || (esMesaEspecial() && Number(caja.dataset.campo) < 4);

  /** @returns why a box cannot be passed as it is, or null */
  const falta = (caja) => {
    const escrito = caja.value;
    if (caja.dataset.palabra) return permite(caja, caja.dataset.palabra) ? null : 'No aplica sólo es de las mesas A, P y M, en los primeros cuatro recuadros.';
    if (caja === tipo) return escrito ? null : 'Diga el tipo de casilla: una letra, o su número del 1 al 8.';
    if (caja === seccion) return /^\d{1,4}$/.test(escrito) ? null : escrito ? 'La sección tiene a lo más cuatro cifras. Revise lo que escribió.' : 'Escriba la sección como está en el acta. Si esa acta no la lleva, pulse /.';
    if (caja === numero) return /^\d{1,3}$/.test(escrito) ? null : escrito ? 'El número de la casilla tiene a lo más tres cifras.' : 'Escriba el número de la casilla. Si el acta no lo lleva, pulse /.';
    if (caja === contigua) return /^\d{0,3}$/.test(escrito) ? null : 'El número de la contigua tiene a lo más tres cifras. Si no es contigua, déjelo vacío.';
    if (escrito === '') return enBlanco;
    return Number(escrito) <= maximo ? null : `Un recuadro del acta va de 0 a ${maximo}: tiene cuatro cifras. Revise lo que escribió.`;
  };

  const marcar = (caja, mensaje) => {
    caja.toggleAttribute('aria-invalid', false);
    if (mensaje) caja.setAttribute('aria-invalid', 'true');
    caja.closest('li, p').classList.toggle('falta', Boolean(mensaje));
  };

  const resumir = () => {
    const faltan = ruta().filter((c) => falta(c)).length;
    const cuenta = (palabra) => campos.filter((c) => c.dataset.palabra === palabra).length;
    resumen.textContent = faltan > 0
      ? `${faltan === 1 ? 'Falta 1 recuadro' : `Faltan ${faltan} recuadros`}.`
      : `Todo escrito: ${campos.length} ${campos.length === 1 ? 'cantidad' : 'cantidades'}, ${cuenta('ilegible')} Ilegible, ${cuenta('sin-dato')} Sin dato.`;
  };

  const poner = (caja, escrito, palabra = '') => {
    caja.value = palabra ? (esCampo(caja) ? palabras[palabra] : 'No lleva') : escrito;
    caja.dataset.palabra = palabra;
    if (caja === tipo) {
      por('tipo-nombre').textContent = tipos[escrito] ?? '\u00a0';
      por('caja-numero').hidden = escrito === 'B';
      por('caja-contigua').hidden = escrito !== 'E';
      noAplica.hidden = !esMesaEspecial();
      if (escrito === 'B') poner(numero, '');
      if (escrito !== 'E') poner(contigua, '');
    }
  };

  const escribir = (caja, escrito, palabra) => {
    if (cerrado) return;
    poner(caja, escrito, palabra);
    marcar(caja, null);
    avisos.callar();
    resumir();
    avisos.cambiar();
  };

  const enfocar = (caja) => {
    caja.focus({ preventScroll: true });
    if (caja !== entregar) caja.select();
  };

  const avanzar = (caja) => {
    const mensaje = falta(caja);
    marcar(caja, mensaje);
    if (mensaje) {
      avisos.decir(mensaje, 'atento');
      caja.select();
      return;
    }
    const cajas = ruta();
    enfocar(cajas[cajas.indexOf(caja) + 1] ?? entregar);
  };

  const regresar = (caja) => {
    const cajas = ruta();
    enfocar(caja === entregar ? cajas.at(-1) : cajas[Math.max(cajas.indexOf(caja) - 1, 0)]);
  };

  const ponerPalabra = (caja, palabra) => {
    if (caja === tipo || caja === contigua || (!esCampo(caja) && palabra !== 'sin-dato') || !permite(caja, palabra)) {
      avisos.decir(esCampo(caja) ? 'No aplica sólo es de las mesas A, P y M, en los primeros cuatro recuadros.'
        : 'Si la casilla no se lee en ninguna parte del acta, reporte la imagen con la tecla X.', 'atento');
      return;
    }
    escribir(caja, '', palabra);
    avanzar(caja);
  };

  /** @returns true when the key was for the boxes */
  const tecla = (e) => {
    const caja = e.target;
    if (e.key === 'Enter' || e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (e.repeat && e.key === 'Enter') return true;
      if (e.key === 'ArrowUp' || e.shiftKey) regresar(caja);
      else avanzar(caja);
      return true;
    }
    if (e.ctrlKey || e.altKey || e.metaKey) return false;
    const letra = e.key.length === 1 ? e.key.toUpperCase() : '';
    if (caja === tipo && letra) {
      const elegido = tipos[letra] ? letra : Object.keys(tipos)[Number(letra) - 1];
      if (!elegido) return false;
      e.preventDefault();
      escribir(tipo, elegido);
      avanzar(tipo);
      return true;
    }
    if (teclasDePalabra[e.key.toLowerCase()]) {
      e.preventDefault();
      if (!e.repeat) ponerPalabra(caja, teclasDePalabra[e.key.toLowerCase()]);
      return true;
    }
    if (caja.dataset.palabra && (e.key === 'Backspace' || e.key === 'Delete')) {
      e.preventDefault();
      escribir(caja, '');
      return true;
    }
    return false;
  };

  hoja.addEventListener('beforeinput', (e) => {
    if (!e.target.matches('input')) return;
    const entra = e.data ?? e.dataTransfer?.getData('text') ?? '';
    if (/Paste|Drop|Yank|Replacement/.test(e.inputType)) {
      e.preventDefault();
      avisos.decir('Aquí no se pega ni se arrastra: cada cantidad se escribe leyendo la imagen.', 'atento');
    } else if (cerrado || e.inputType.startsWith('history') || (e.inputType.startsWith('insert') && (e.target === tipo || !/^\d+$/.test(entra)))) {
      e.preventDefault();
    } else if (e.target.dataset.palabra) {
      poner(e.target, '');
    }
  });
  hoja.addEventListener('input', (e) => e.target.matches('input') && escribir(e.target, e.target.value));
  hoja.addEventListener('focusin', (e) => {
    if (!e.target.matches('input') && e.target !== entregar) return;
    const cajas = ruta();
    actual = e.target;
    hoja.querySelectorAll('.actual').forEach((f) => f.classList.remove('actual'));
    const fila = actual.closest('li, .clave');
    fila?.classList.add('actual');
    fila?.scrollIntoView({ block: 'center' });
    const i = actual === entregar ? cajas.length - 1 : cajas.indexOf(actual);
    avisos.enfocar(actual, i / Math.max(cajas.length - 1, 1), cajas.length - 1 - i);
  });
  hoja.addEventListener('focusout', (e) => {
    if (e.target.matches('input') && e.target.value !== '') marcar(e.target, falta(e.target));
  });

  const caja = ({ campo, nombre }) => {
    const fila = document.createElement('li');
    const etiqueta = document.createElement('label');
    const nueva = document.createElement('input');
    etiqueta.htmlFor = nueva.id = `campo-${campo}`;
    etiqueta.textContent = nombre;
    Object.assign(nueva, { inputMode: 'numeric', autocomplete: 'off', spellcheck: false, maxLength: 9 });
    nueva.dataset.campo = campo;
    nueva.dataset.palabra = '';
    fila.append(etiqueta, nueva);
    return fila;
  };

  return {
    tecla,
    regresar,
    ponerPalabra: (palabra) => ponerPalabra(actual, palabra),

    /** @param pedidos the lease's fields; they are shown in the order of the paper and delivered in the order of the lease */
    empezar: (pedidos) => {
      lista.replaceChildren(...[...pedidos].sort((a, b) => a.paso - b.paso).map(caja));
      campos = [...lista.querySelectorAll('input')];
      [seccion, tipo, numero, contigua].forEach((c) => { poner(c, ''); marcar(c, null); });
      resumir();
    },

    restaurar: ({ clave = {}, valores = {} }) => {
      poner(tipo, tipos[clave.tipo?.escrito] ? clave.tipo.escrito : '');
      [['seccion', seccion], ['numero', numero], ['contigua', contigua]].forEach(([n, c]) => poner(c, clave[n]?.escrito ?? '', clave[n]?.palabra ?? ''));
      campos.forEach((c) => poner(c, valores[c.dataset.campo]?.escrito ?? '', valores[c.dataset.campo]?.palabra ?? ''));
      resumir();
    },

    escrito: () => {
      const de = (c) => ({ escrito: c.dataset.palabra ? '' : c.value, palabra: c.dataset.palabra ?? '' });
      return { clave: { seccion: de(seccion), tipo: de(tipo), numero: de(numero), contigua: de(contigua) }, valores: Object.fromEntries(campos.map((c) => [c.dataset.campo, de(c)])) };
    },

    vacio: () => [seccion, tipo, numero, contigua, ...campos].every((c) => c.value === ''),

    /** @returns what is delivered, or null after saying what is missing and going there */
    completo: (pedidos) => {
      const primera = ruta().find((c) => falta(c));
      if (primera) {
        marcar(primera, falta(primera));
        enfocar(primera);
        avisos.decir(falta(primera), 'atento');
        return null;
      }
      const texto = (c) => (c.dataset.palabra ? '' : c.value);
      const valor = (c) => (c.dataset.palabra ? palabras[c.dataset.palabra] : Number(c.value));
      return {
        clave: { seccion: texto(seccion), tipo: tipo.value, numero: texto(numero), extContigua: texto(contigua) },
        campos: pedidos.map(({ campo }) => valor(por(`campo-${campo}`))),
      };
    },

    /** Goes to the first box that lacks something, or to the end. */
    situar: () => enfocar(ruta().find((c) => falta(c)) ?? entregar),
    volver: () => enfocar(actual),
    cerrar: (si) => {
      cerrado = si;
      hoja.querySelectorAll('input').forEach((c) => { c.readOnly = si; });
      entregar.disabled = si;
    },
  };
};

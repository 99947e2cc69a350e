// Digitalización: a queue of files, each prepared by the server, seen by the person and registered.
import { pedir, insistir } from './red.js';
import { decir, callar } from './aviso.js';
import * as guardado from './digitalizacion-guardado.js';
import { escuchar } from './digitalizacion-entrada.js';
import { crearRevision } from './digitalizacion-revision.js';

const por = (id) => document.getElementById(id);
const { persona, maximo } = document.body.dataset;
const aLaVez = 2;

/** Files by id: {id, nombre, medio, estado, mensaje, bytes, giro, preparada, en, persona}. */
const archivos = new Map();
let enviando = 0;

const nombres = { espera: 'En espera', enviando: 'Preparando…', lista: 'Por revisar', registrada: 'Registrada', rechazada: 'No se aceptó' };

const pintar = () => {
  const actual = revision.actual();
  const nodos = [...archivos.values()].map((a) => {
    const renglon = document.createElement('li');
    const boton = document.createElement('button');
    boton.type = 'button';
    boton.dataset.id = a.id;
    boton.setAttribute('aria-current', `${actual?.id === a.id}`);
    const nombre = document.createElement('span');
    nombre.className = 'digi-archivo';
    nombre.textContent = a.nombre;
    const estado = document.createElement('span');
    estado.className = `digi-estado digi-estado-${a.estado}`;
    estado.textContent = `${nombres[a.estado]}${a.mensaje ? `: ${a.mensaje}` : ''}`;
    boton.append(nombre, estado);
    renglon.append(boton);
    return renglon;
  });
  por('cola').replaceChildren(...nodos);
  por('vacia').hidden = archivos.size > 0;
  const cuantos = (estado) => [...archivos.values()].filter((a) => a.estado === estado).length;
  por('cuenta').textContent = archivos.size ? `${cuantos('lista')} por revisar, ${cuantos('registrada')} registradas de ${archivos.size}` : '';
  por('quitar').hidden = cuantos('registrada') + cuantos('rechazada') === 0;
};

const cambiar = async (archivo, cambios) => {
  Object.assign(archivo, cambios);
  pintar();
  if (!(await guardado.guardar(archivo))) decir('Este navegador no guarda los archivos: no recargue la página hasta registrarlos.', 'atento');
};

const huella = async (archivo) => {
  if (!globalThis.crypto?.subtle) return `${archivo.name} ${archivo.size} ${archivo.lastModified}`;
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', await archivo.arrayBuffer()))].map((b) => b.toString(16).padStart(2, '0')).join('');
};

const recibir = async (nuevos, medio) => {
  callar();
  let repetidos = 0;
  for (const nuevo of nuevos) {
    const grande = nuevo.size > Number(maximo);
    const id = grande ? `${nuevo.name} ${nuevo.size}` : await huella(nuevo);
    if (archivos.has(id)) {
      repetidos++;
      continue;
    }

    const archivo = { id, nombre: nuevo.name || 'fotografía', medio, estado: 'espera', mensaje: '', giro: 0, preparada: null, en: Date.now() + archivos.size / 1000, persona, bytes: null };
    archivos.set(id, archivo);
    if (grande) {
      await cambiar(archivo, { estado: 'rechazada', mensaje: `Pesa ${Math.round(nuevo.size / 1048576)} MB y el máximo es ${Math.floor(maximo / 1048576)}. Ponga el escáner en JPEG, 200 a 300 puntos por pulgada, o tome una fotografía del acta.` });
    } else {
      await cambiar(archivo, { bytes: new Blob([await nuevo.arrayBuffer()]) });
      avanzar();
    }
  }

  if (repetidos) decir(repetidos === 1 ? 'Ese archivo ya estaba en la lista: no se repitió.' : `${repetidos} archivos ya estaban en la lista: no se repitieron.`, 'atento');
};

const preparar = async (archivo) => {
  const avisar = (segundos) => decir(`No hay comunicación con el centro. Los archivos siguen aquí; se intenta de nuevo en ${segundos} s.`, 'atento');
  try {
    const respuesta = archivo.preparada
      ? await insistir(`/operacion/digitalizacion/preparaciones/${archivo.preparada.original}/giro/${archivo.giro}`, { cuerpo: {} }, avisar)
      : await insistir(`/operacion/digitalizacion/preparaciones?giro=${archivo.giro}`, { bytes: archivo.bytes }, avisar);
    await cambiar(archivo, { estado: 'lista', mensaje: '', preparada: await respuesta.json() });
    callar();
    if (!revision.actual() || revision.actual().id === archivo.id) ver(archivo);
  } catch (error) {
    const suyo = error.estado === 400 || error.estado === 413;
    await cambiar(archivo, { estado: suyo ? 'rechazada' : 'espera', mensaje: error.message, pausa: !suyo });
    if (!suyo) decir(`${error.message} Toque el archivo para intentarlo de nuevo.`, 'mal');
  }
};

const avanzar = () => {
  while (enviando < aLaVez) {
    const siguiente = [...archivos.values()].find((a) => a.estado === 'espera' && !a.pausa && a.bytes);
    if (!siguiente) return;
    enviando++;
    siguiente.estado = 'enviando';
    pintar();
    preparar(siguiente).finally(() => {
      enviando--;
      avanzar();
    });
  }
};

const ver = (archivo) => {
  revision.mostrar(archivo);
  pintar();
};

const siguiente = () => {
  const otro = [...archivos.values()].find((a) => a.estado === 'lista');
  if (otro) ver(otro);
  else {
    revision.ocultar();
    pintar();
  }
};

const conQue = (recibida, decision, archivo) => {
  if (recibida.repetida) return 'ya estaba registrada, no cambió nada';
  if (recibida.estado === 'Retenida') return 'retenida, decide supervisión';
  if (recibida.estado === 'Duplicada') return 'guardada junto a la que ya tenía el acta';
  if (decision.acta === null) return 'dos personas dirán de qué acta es';
  return decision.acta === archivo.preparada.acta?.acta ? 'entra a captura' : 'otra persona debe confirmar de qué acta es';
};

const registrar = async (archivo, { acopioLocal, ...decision }) => {
  const boton = document.querySelector('#registro .principal');
  boton.disabled = true;
  try {
    const ruta = `/operacion/digitalizacion/registros${acopioLocal ? `?acopio=${encodeURIComponent(acopioLocal)}` : ''}`;
    const recibida = await (await insistir(ruta, { cuerpo: decision }, () => revision.falta('No hay comunicación con el centro. Se intenta de nuevo…'))).json();
    await cambiar(archivo, { estado: 'registrada', mensaje: conQue(recibida, decision, archivo), bytes: null });
    decir(`${archivo.nombre}: registrada, ${archivo.mensaje}.`);
    siguiente();
  } catch (error) {
    revision.falta(error.message);
  } finally {
    boton.disabled = false;
  }
};

const revision = crearRevision({
  alRegistrar: registrar,
  alGirar: async (archivo, cuanto) => {
    await cambiar(archivo, { giro: (archivo.giro + cuanto) % 4, estado: 'enviando' });
    await preparar(archivo);
  },
  alDescartar: async (archivo) => {
    archivos.delete(archivo.id);
    await guardado.borrar(archivo.id);
    decir(`${archivo.nombre}: descartado, no se registró nada. Digitalice el acta otra vez.`, 'atento');
    siguiente();
  },
  alDoble: async (archivo, acta) => {
    try {
      await pedir(`/operacion/imagenes/dos-actas/${acta}`, { cuerpo: { nota: 'al digitalizar' } });
      decir('Quedó reportado: nadie captura esa acta hasta que supervisión decida. Registre ahora la imagen.', 'atento');
    } catch (error) {
      revision.falta(error.message);
    }
  },
});

por('cola').addEventListener('click', (toque) => {
  const archivo = archivos.get(toque.target.closest('[data-id]')?.dataset.id);
  if (archivo?.estado === 'lista') ver(archivo);
  else if (archivo?.pausa) {
    archivo.pausa = false;
    avanzar();
  }
});
por('quitar').addEventListener('click', async () => {
  for (const a of [...archivos.values()].filter((b) => b.estado === 'registrada' || b.estado === 'rechazada')) {
    archivos.delete(a.id);
    await guardado.borrar(a.id);
  }

  pintar();
});

for (const guardadoAntes of await guardado.leer(persona)) {
  archivos.set(guardadoAntes.id, { ...guardadoAntes, estado: guardadoAntes.estado === 'enviando' ? 'espera' : guardadoAntes.estado, pausa: false });
}

pintar();
siguiente();
avanzar();
escuchar(por('zona'), recibir);
document.body.dataset.listo = 'si';

// The pane with the image. It follows the field: where the acta's template gives the place of each row, that row is brought to the middle and
// marked; without one, the page fills the width and goes down as the person advances.
const aumentoDeRenglon = 2.3;
const margen = 4;
const tonos = ['', 'tono-fuerte', 'tono-duro', 'tono-inverso'];
const entre = (valor, minimo, maximo) => Math.min(Math.max(valor, minimo), maximo);

/** @param lugar {x, y, w, h} in fractions of the upright page, or null */
export const crearVisor = (marco, imagen, renglon, texto) => {
  let [lupa, giro, tono, entera, lugar, avance, dx, dy] = [1, 0, 0, false, null, 0, 0, 0];

  const pintar = () => {
    const [W, H, vw, vh] = [imagen.naturalWidth, imagen.naturalHeight, marco.clientWidth, marco.clientHeight];
    if (!W || !vw) return;
    const [ancho, alto] = giro % 2 ? [H, W] : [W, H];
    const deAncho = vw / ancho;
    const base = entera ? Math.min(deAncho, vh / alto) : lugar ? entre((vw * 0.96) / (lugar.w * ancho), deAncho, deAncho * aumentoDeRenglon) : deAncho;
    const s = base * lupa;
    const [mx, my] = lugar && !entera ? [lugar.x + lugar.w / 2, lugar.y + lugar.h / 2] : [0.5, entera ? 0.5 : avance];
    const dentro = (centro, mitad) => (mitad >= 0.5 ? 0.5 : entre(centro, mitad, 1 - mitad));
    const [cx, cy] = [dentro(mx + dx, vw / (2 * s * ancho)), dentro(my + dy, vh / (2 * s * alto))];
    [dx, dy] = [cx - mx, cy - my];
    const vuelta = ['', `translate(${ancho}px, 0px) rotate(90deg)`, `translate(${ancho}px, ${alto}px) rotate(180deg)`, `translate(0px, ${alto}px) rotate(270deg)`][giro];
    imagen.style.transform = `translate(${vw / 2}px, ${vh / 2}px) scale(${s}) translate(${-cx * ancho}px, ${-cy * alto}px) ${vuelta}`;
    renglon.hidden = !lugar;
    if (lugar) {
      const [x, y] = [vw / 2 + (lugar.x - cx) * ancho * s - margen, vh / 2 + (lugar.y - cy) * alto * s - margen];
      Object.assign(renglon.style, { transform: `translate(${x}px, ${y}px)`, width: `${lugar.w * ancho * s + 2 * margen}px`, height: `${lugar.h * alto * s + 2 * margen}px` });
    }
  };

  const mover = (x, y) => {
    marco.classList.remove('visor-sigue');
    [dx, dy] = [dx + x / lupa, dy + y / lupa];
    pintar();
  };

  const acciones = {
    acercar: () => { lupa = Math.min(lupa * 1.25, 8); },
    alejar: () => { lupa = Math.max(lupa / 1.25, 0.4); },
    girar: () => { giro = (giro + 1) % 4; },
    tono: () => {
      imagen.classList.remove(...tonos.filter(Boolean));
      tono = (tono + 1) % tonos.length;
      if (tonos[tono]) imagen.classList.add(tonos[tono]);
    },
    entera: () => { entera = !entera; },
  };

  new ResizeObserver(pintar).observe(marco);
  imagen.addEventListener('load', () => {
    texto.hidden = true;
    pintar();
  });
  imagen.addEventListener('error', () => {
    if (!imagen.getAttribute('src')) return;
    texto.textContent = 'La imagen llegó dañada. Si al recargar sigue igual, repórtela con la tecla X.';
    texto.hidden = false;
  });
  marco.addEventListener('wheel', (e) => {
    e.preventDefault();
    acciones[e.deltaY < 0 ? 'acercar' : 'alejar']();
    pintar();
  }, { passive: false });
  // The mouse drags the page and never takes the focus from the box being typed.
  marco.addEventListener('pointerdown', (e) => {
    e.preventDefault();
    marco.setPointerCapture(e.pointerId);
  });
  marco.addEventListener('pointermove', (e) => {
    if (marco.hasPointerCapture(e.pointerId)) mover(-e.movementX / marco.clientWidth / 2, -e.movementY / marco.clientHeight / 2);
  });

  return {
    /** @param url null while the image is on its way */
    mostrar: (url) => {
      [lupa, giro, entera, dx, dy] = [1, 0, false, 0, 0];
      texto.textContent = 'Cargando la imagen…';
      texto.hidden = false;
      renglon.hidden = true;
      marco.classList.remove('visor-sigue');
      if (url) imagen.src = url;
      else imagen.removeAttribute('src');
    },
    decir: (mensaje) => {
      texto.textContent = mensaje;
      texto.hidden = false;
    },
    /** @param parte how far down the fields the person is, 0 to 1 */
    seguir: (nuevo, parte) => {
      if (lugar && nuevo) marco.classList.add('visor-sigue');
      [lugar, avance, dx, dy] = [nuevo, parte, 0, 0];
      pintar();
    },
    hacer: (accion) => {
      acciones[accion]();
      pintar();
    },
    mover,
    get entera() { return entera; },
  };
};

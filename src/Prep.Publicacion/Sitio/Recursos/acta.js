// The page of an acta: its image near and turned.
const textos = {/* acta */};
const elemento = (nombre, texto, clase = '') => Object.assign(document.createElement(nombre), { textContent: texto, className: clase });

const abrir = (enlace) => {
  const imagen = Object.assign(new Image(), { src: enlace.href, alt: enlace.querySelector('img').alt });
  const visor = elemento('dialog', '', 'visor');
  visor.setAttribute('aria-label', textos.imagen);
  const caja = document.createElement('div');
  caja.append(imagen);
  const lienzo = elemento('div', '', 'lienzo');
  lienzo.tabIndex = 0;
  lienzo.setAttribute('role', 'region');
  lienzo.setAttribute('aria-label', textos.seRecorre);
  lienzo.append(caja);
  let [escala, giro] = [1, 0];
  const acomodar = () => {
    const [ancho, alto] = [imagen.naturalWidth, imagen.naturalHeight];
    const acostada = giro % 180 !== 0;
    const [a, b] = acostada ? [alto, ancho] : [ancho, alto];
    const k = Math.min(lienzo.clientWidth / a, lienzo.clientHeight / b) * escala;
    Object.assign(caja.style, { width: `${a * k}px`, height: `${b * k}px` });
    const mueve = { 0: '', 90: `translateX(${a * k}px)`, 180: `translate(${a * k}px, ${b * k}px)`, 270: `translateY(${b * k}px)` }[giro];
    Object.assign(imagen.style, { width: `${ancho * k}px`, transform: `${mueve} rotate(${giro}deg)` });
  };
  const mandos = elemento('div', '', 'mandos');
  const mando = (texto, hacer) => {
    const boton = Object.assign(elemento('button', texto, 'boton llano'), { type: 'button' });
    boton.addEventListener('click', () => { hacer(); acomodar(); });
    mandos.append(boton);
  };
  mando(textos.acercar, () => { escala = Math.min(escala * 1.5, 12); });
  mando(textos.alejar, () => { escala = Math.max(escala / 1.5, 1); });
  mando(textos.girar, () => { giro = (giro + 90) % 360; });
  mando(textos.cerrar, () => visor.close());
  visor.append(mandos, lienzo);
  visor.addEventListener('close', () => { removeEventListener('resize', acomodar); visor.remove(); enlace.focus(); });
  imagen.addEventListener('load', acomodar);
  addEventListener('resize', acomodar);
  document.body.append(visor);
  visor.showModal();
};

for (const enlace of document.querySelectorAll('a.imagen')) {
  enlace.addEventListener('click', (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey || typeof HTMLDialogElement === 'undefined') return;
    e.preventDefault();
    abrir(enlace);
  });
}

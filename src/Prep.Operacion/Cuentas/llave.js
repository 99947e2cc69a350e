// Passkeys: registering one in /cuenta and giving it as second proof in /entrar/segundo.
import { decir } from './aviso.js';
import { pedir } from './red.js';

const ceremonia = async (ruta, hacer) => {
  if (!globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) throw new Error('Este navegador no maneja llaves de acceso: use uno reciente, o el código del teléfono.');
  const { opciones, estado } = await (await pedir(`${ruta}/opciones`, { cuerpo: {} })).json();
  const credencial = await hacer(JSON.parse(opciones)).catch(() => { throw new Error('No se usó la llave de acceso. Vuelva a intentarlo, o use el código del teléfono.'); });
  return (await pedir(ruta, { cuerpo: { credencial: JSON.stringify(credencial), estado } })).json();
};

const alPulsar = (id, trabajo) => document.getElementById(id)?.addEventListener('click', async (suceso) => {
  const boton = suceso.currentTarget;
  boton.disabled = true;
  try {
    await trabajo(boton);
  } catch (error) {
    decir(error.message, 'mal');
    boton.disabled = false;
  }
});

alPulsar('con-llave', async (boton) => {
  await ceremonia('/entrar/llave', (opciones) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(opciones) }));
  location.assign(boton.dataset.regresar || '/puestos');
});

alPulsar('nueva-llave', async () => {
  await ceremonia('/cuenta/llave', (opciones) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(opciones) }));
  location.reload();
});

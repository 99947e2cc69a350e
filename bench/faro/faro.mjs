// Lighthouse over the views of a site, as a phone. Arguments: origin, runs of each view, paths. One line of JSON per view, with every run.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const [origen, veces, ...rutas] = process.argv.slice(2);
const abrir = () => launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'] });
let navegador = await abrir();
const categorias = ['performance', 'accessibility', 'best-practices', 'seo'];

// 1.6 Mbit/s and 150 ms in the browser itself, at its own processor's speed: what a person waits, not what a model computes.
const lenta = {
  extends: 'lighthouse:default',
  settings: {
    onlyAudits: ['largest-contentful-paint', 'cumulative-layout-shift'], throttlingMethod: 'devtools',
    throttling: { requestLatencyMs: 150, downloadThroughputKbps: 1600, uploadThroughputKbps: 750, cpuSlowdownMultiplier: 1, rttMs: 150, throughputKbps: 1600 },
  },
};

// One load, or null where the busy machine lost its trace or its browser: that says nothing of the page.
const cargar = async (ruta, opciones, config) => {
  let espera;
  const tarde = new Promise((_, no) => { espera = setTimeout(() => no(new Error('dos minutos sin terminar')), 120_000); });
  try {
    const { lhr } = await Promise.race([lighthouse(origen + ruta, { port: navegador.port, logLevel: 'error', output: 'json', ...opciones }, config), tarde]);
    const falta = lhr.runtimeError?.message ?? Object.values(lhr.categories).find(c => c.score === null && !config)?.id
      ?? ['largest-contentful-paint', 'cumulative-layout-shift'].find(a => typeof lhr.audits[a]?.numericValue !== 'number');
    if (!falta) return lhr;
    console.error(`${ruta}: ${falta}`);
  } catch (error) {
    console.error(`${ruta}: ${error.message}`);
  } finally {
    clearTimeout(espera);
  }
  return null;
};

const pasar = async (ruta, opciones, config) => {
  for (let intento = 1; intento <= 3; intento++) {
    const lhr = await cargar(ruta, opciones, config);
    if (lhr) return lhr;
    await navegador.kill();
    navegador = await abrir();
  }
  throw new Error(`${ruta}: Lighthouse no pudo con ella en tres intentos`);
};

try {
  for (const ruta of rutas) {
    const dicho = { ruta, lcp: [], cls: [], faltas: [] };
    for (const c of categorias) dicho[c] = [];
    for (let i = 0; i < Number(veces); i++) {
      const todo = await pasar(ruta, { onlyCategories: categorias });
      for (const c of categorias) {
        dicho[c].push(todo.categories[c].score * 100);
        for (const { id, weight } of todo.categories[c].auditRefs) {
          const { score, displayValue = '' } = todo.audits[id];
          if (weight > 0 && score !== null && score < 0.9) dicho.faltas.push(`${c}: ${id} ${displayValue}`.trim());
        }
      }
      const espera = await pasar(ruta, {}, lenta);
      dicho.lcp.push(espera.audits['largest-contentful-paint'].numericValue);
      dicho.cls.push(Math.max(todo.audits['cumulative-layout-shift'].numericValue, espera.audits['cumulative-layout-shift'].numericValue));
    }
    console.log(JSON.stringify(dicho));
  }
} finally {
  await navegador.kill();
}

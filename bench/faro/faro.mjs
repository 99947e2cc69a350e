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

const pasar = async (ruta, opciones, config) => {
  // A busy machine may lose the trace of one load: that says nothing of the page, so it is loaded again in a new browser.
  for (let intento = 1; ; intento++) {
    const { lhr } = await lighthouse(origen + ruta, { port: navegador.port, logLevel: 'error', output: 'json', ...opciones }, config);
    if (!lhr.runtimeError) return lhr;
    if (intento === 3) throw new Error(`${ruta}: ${lhr.runtimeError.message}`);
    await navegador.kill();
    navegador = await abrir();
  }
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

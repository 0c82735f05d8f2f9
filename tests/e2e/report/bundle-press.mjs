import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles press-app.ts into `<folder>/app`, for Node 18 and CommonJS, as the app's main process is. */
const root = resolve(import.meta.dirname, '../../..');
const app = join(process.argv[2] ?? '', 'app');

await build({
  configFile: false,
  root,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(root, 'shared'), '@main': join(root, 'main') } },
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'tests/e2e/report/press-app.ts'),
    target: 'node18',
    outDir: app,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'index.js' } },
  },
});
writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'press', version: '0.0.0', main: 'index.js' }));

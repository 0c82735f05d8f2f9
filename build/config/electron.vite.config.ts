import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '../..');
const alias = {
  '@shared': resolve(root, 'shared'),
  '@main': resolve(root, 'main'),
  '@renderer': resolve(root, 'renderer'),
};

// The oldest runtime that must run this bundle is Electron 25 (Node 18, Chromium 114): see docs/adr/0002.
const nodeTarget = 'node18';
const chromeTarget = 'chrome114';

/**
 * What is printed carries its own fonts: main serves them from out/fonts, outside the window's hashed assets. They are
 * files of one weight each: of a variable font Chromium embeds outlines (Type 3), which are larger and hard to read back.
 */
function printedFonts() {
  return {
    name: 'printed-fonts',
    closeBundle(): void {
      // A picture character needs no second weight.
      const weights = {
        inter: [400, 600],
        'noto-sans-hk': [400, 600],
        'noto-sans-sc': [400, 600],
        'noto-emoji': [400],
      };
      for (const [family, kept] of Object.entries(weights)) {
        const source = resolve(root, 'node_modules/@fontsource', family);
        const target = resolve(root, 'out/fonts', family);
        rmSync(target, { recursive: true, force: true });
        const files = readdirSync(resolve(source, 'files')).filter((name) =>
          kept.some((weight) => name.endsWith(`-${String(weight)}-normal.woff2`)),
        );
        const styles = kept.map((weight) => `${String(weight)}.css`);
        for (const part of [...styles, 'LICENSE', ...files.map((name) => join('files', name))])
          cpSync(resolve(source, part), resolve(target, part));
      }
    },
  };
}

/** Templates of documents ship as the files that they are. */
function documentTemplates() {
  return {
    name: 'document-templates',
    closeBundle(): void {
      const source = resolve(root, 'assets/templates');
      for (const name of readdirSync(source).filter((file) => file.endsWith('.md'))) {
        cpSync(resolve(source, name), resolve(root, 'out/templates', name));
      }
    },
  };
}

export default defineConfig({
  main: {
    root,
    resolve: { alias },
    plugins: [printedFonts(), documentTemplates()],
    build: {
      target: nodeTarget,
      outDir: resolve(root, 'out/main'),
      // Everything but Electron goes into the bundle: lowdb is ESM only, and the package then ships no node_modules.
      externalizeDeps: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          // Runs in a thread of its own.
          'binder-thread': resolve(root, 'main/export/print/binder-thread.ts'),
          'typesetting-thread': resolve(root, 'main/export/write/word/typesetting-thread.ts'),
          'search-thread': resolve(root, 'main/search/search-thread.ts'),
          'bundle-thread': resolve(root, 'main/sync/bundle/lock-thread.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    root,
    resolve: { alias },
    build: {
      target: nodeTarget,
      outDir: resolve(root, 'out/preload'),
      // A sandboxed preload can require nothing but Electron itself, so it is one CommonJS file.
      externalizeDeps: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: { index: resolve(root, 'main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // Served over app:// from out/renderer, so every address in the bundle is relative.
    base: './',
    resolve: { alias },
    plugins: [react()],
    css: { postcss: resolve(root, 'build/config') },
    build: {
      target: chromeTarget,
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      sourcemap: true,
      // Fonts must stay files: the content security policy allows no data: fonts, and Noto Sans is large.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/app';
import { setUpWords } from './lib/i18n';
import { request } from './lib/ipc';
import { recallAll } from './lib/recall';

// The page's security policy forbids making code from text, which zod would otherwise try for speed.
config({ jitless: true });

async function open(root: HTMLElement): Promise<void> {
  const [colourScheme, language] = await Promise.all([recallAll(), request('language:get', {})]);
  setUpWords(language.ok ? language.value.shown : 'en');
  createRoot(root).render(
    <StrictMode>
      <App colourScheme={colourScheme ?? 'auto'} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root to draw into');
void open(root);

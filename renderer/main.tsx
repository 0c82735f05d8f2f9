import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/app';
import { request } from './lib/ipc';
import { setUpWords } from './lib/i18n';
import { recallPlaces } from './lib/places';

// The page's security policy forbids making code from text, which zod would otherwise try for speed.
config({ jitless: true });
setUpWords();

async function open(root: HTMLElement): Promise<void> {
  const settings = await request('settings:get', {});
  if (settings.ok) recallPlaces(settings.value.places);
  createRoot(root).render(
    <StrictMode>
      <App colourScheme={settings.ok ? settings.value.colourScheme : 'auto'} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root to draw into');
void open(root);

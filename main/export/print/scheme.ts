import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { session } from 'electron';
import type { CustomScheme, Session } from 'electron';
import { isPicture } from '@shared/domain/attachment/rules';

const scheme = 'attache-print';

/** The scheme of pages that are printed; must be registered before Electron is ready, together with the window's own. */
export const printScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** A picture's bytes and kind. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** What one page to be printed may ask for. */
export interface PageContents {
  readonly html: string;
  /** Holds `inter/`, `noto-sans-hk/`, `noto-sans-sc/` and `noto-emoji/`, each with its `.css` and `files/`. */
  readonly fontsFolder: string;
  readonly pictureOf: (id: string) => Promise<Picture | undefined>;
}

/** The page has no script, and loads its own styles, fonts and pictures only; ours beside it puts scaled pictures in. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Stands for each picture until it is put in, scaled: one pixel that nobody sees. */
const emptyPicture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

interface OpenPage extends PageContents {
  /** Why one of its fonts could not be read. */
  brokenBy?: unknown;
}

/** Pages that are being printed, by the host of their address. */
const pages = new Map<string, OpenPage>();
let printing: Session | undefined;

/** A session that lives in memory and lets nothing through but the pages that are being printed. */
export function printingSession(): Session {
  if (printing !== undefined) return printing;
  printing = session.fromPartition('printing');
  printing.protocol.handle(scheme, (request) => answer(new URL(request.url)));
  printing.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !new RegExp(`^(?:blob:)?${scheme}://`).test(details.url) });
  });
  printing.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  printing.setPermissionCheckHandler(() => false);
  printing.on('will-download', (event) => {
    event.preventDefault();
  });
  return printing;
}

/** Makes a page reachable; `close` ends that. The address cannot be guessed from another page. */
export function openPage(
  id: string,
  contents: PageContents,
): { url: string; brokenBy: () => unknown; close: () => void } {
  const page: OpenPage = { ...contents };
  pages.set(id, page);
  return { url: `${scheme}://${id}/`, brokenBy: () => page.brokenBy, close: () => pages.delete(id) };
}

async function answer(url: URL): Promise<Response> {
  const page = pages.get(url.host);
  if (page === undefined) return notFound();
  if (url.pathname === '/') {
    return respond(page.html, 'text/html; charset=utf-8', { 'Content-Security-Policy': contentSecurityPolicy });
  }
  const font = /^\/fonts\/(inter|noto-sans-(?:hk|sc)|noto-emoji)\/([46]00\.css|files\/[a-z0-9-]+\.woff2)$/.exec(
    url.pathname,
  );
  if (font !== null) return fontFile(page, font[1] ?? '', font[2] ?? '');
  const picture = /^\/(pictures|originals)\/([0-9a-f-]{36})$/.exec(url.pathname);
  if (picture === null) return notFound();
  return picture[1] === 'pictures' ? respond(emptyPicture, 'image/gif') : original(page, picture[2] ?? '');
}

async function fontFile(page: OpenPage, family: string, name: string): Promise<Response> {
  try {
    const bytes = await readFile(join(page.fontsFolder, family, name));
    if (!name.endsWith('.css')) return respond(bytes, 'font/woff2');
    // A printed page never shows a stand-in while its font is still on the way.
    const styles = bytes.toString('utf8').replaceAll('font-display: swap', 'font-display: block');
    return respond(styles, 'text/css; charset=utf-8');
  } catch (cause) {
    page.brokenBy = cause;
    return notFound();
  }
}

async function original(page: PageContents, id: string): Promise<Response> {
  const picture = await page.pictureOf(id);
  if (picture === undefined || !isPicture(picture)) return notFound();
  return respond(Buffer.from(picture.bytes), picture.mime);
}

function respond(
  body: ConstructorParameters<typeof Response>[0],
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', ...headers },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

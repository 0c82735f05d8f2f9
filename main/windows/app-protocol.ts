import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { isPicture } from '@shared/domain/attachment/rules';

/** The window's own address. A page of its own scheme has an origin, which a file:// page has not. */
export const pageUrl = 'app://attache/index.html';
const pageHost = 'attache';
const filesHost = 'files';

/** Must be registered before Electron is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/**
 * Nothing from elsewhere is loaded, run or asked for. Mantine writes its theme's variables into a style element, which
 * is why styles may be inline; scripts may not.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' app://files data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mimeOfExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** Serves the built page from `folder`, and the store's files by attachment id; anything else is not found. */
export function serveApp(
  protocol: Protocol,
  folder: string,
  fileOf: (attachmentId: string) => Promise<StoredFile | undefined>,
): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host === filesHost) return fileResponse(await fileOf(url.pathname.slice(1)));
    return url.host === pageHost ? pageResponse(folder, url.pathname) : notFound();
  });
}

async function pageResponse(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  const mime = mimeOfExtension[extname(path)];
  if (!path.startsWith(folder + sep) || mime === undefined) return notFound();
  try {
    return new Response(await readFile(path), {
      headers: {
        'Content-Type': mime,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return notFound();
    throw cause;
  }
}

function fileResponse(file: StoredFile | undefined): Response {
  if (file === undefined) return notFound();
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'Content-Type': isPicture(file) ? file.mime : 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      // No copy of a stored file stands anywhere but in the window that shows it.
      'Cache-Control': 'no-store',
    },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Whether an address is the window's own page and not something that was navigated to. */
export function isOwnPage(url: string): boolean {
  return url.startsWith(`app://${pageHost}/`);
}

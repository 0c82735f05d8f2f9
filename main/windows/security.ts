import { session } from 'electron';
import type { App, Session } from 'electron';

/** What a page may ask the system for; everything else (camera, place, notifications, …) is denied. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** No page leaves its place, opens a window or embeds another, whatever text it was given. */
export function denyLeaving(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Where the window lives: in memory. What its page caches, stores or remembers is never written to the disk, and is gone
 * when Attaché ends.
 */
export function windowSession(): Session {
  return session.fromPartition('attache', { cache: false });
}

/** The window asks nothing of any network: only its own scheme and what it holds in memory is let through. */
export function keepOffline(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !/^(app|blob|data|devtools):/.test(details.url) });
  });
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(allowedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  // Chromium would fetch dictionaries from its maker's servers.
  session.setSpellCheckerEnabled(false);
}

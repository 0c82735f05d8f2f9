/**
 * The address of a database, without what does not belong to it; null when it is none. The password would go over the
 * line as it is without TLS, so `http` is taken for this very computer alone.
 */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  // A name and a password have boxes of their own; here they would be shown and kept as they are.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const path = url.pathname.replace(/\/+$/, '');
  return path === '' ? null : `${url.origin}${path}`;
}

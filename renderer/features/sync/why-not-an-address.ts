export type AddressTrouble = 'plain-http' | 'holds-secret' | 'no-space' | 'too-much' | 'not-an-address';

/** Why what was typed was not taken as the address of a server, to be said beside its box. */
export function whyNotAnAddress(typed: string): AddressTrouble {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    // Whatever is wrong with it, it reads as no address at all.
    return 'not-an-address';
  }
  if (text === '' || !['http:', 'https:'].includes(url.protocol)) return 'not-an-address';
  if (url.username !== '' || url.password !== '') return 'holds-secret';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !isHere) return 'plain-http';
  if (url.pathname.replace(/\/+$/, '') === '') return 'no-space';
  return url.search !== '' || url.hash !== '' ? 'too-much' : 'not-an-address';
}

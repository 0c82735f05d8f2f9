/**
 * The names under which XMP keeps where a picture was taken, whatever their prefix: EXIF's GPS fields (and those of
 * drones), Photoshop's and IPTC's city, state, country and location.
 */
const placeName =
  '(?:gps\\w*|(?:absolute|relative)?altitude|latitude|longitude|lat|long|city|state|country(?:code|name)?|location\\w*|sublocation|provincestate|worldregion)';
const opening = new RegExp(`<([\\w.-]{1,60}:${placeName})(?=[\\s/>])`, 'gi');
const attribute = new RegExp(`(?<![\\w.-])([\\w.-]{1,60}:${placeName})\\s*=\\s*("[^"]*"|'[^']*')`, 'gi');
const anything = new RegExp(`(?<![\\w.-])[\\w.-]{1,60}:${placeName}\\s*[=>/]`, 'i');

/** Whether a packet of XMP, one character a byte, names a place. */
export function namesPlace(packet: string): boolean {
  return anything.test(packet);
}

/** The packet with blanks for all that names a place: as long as before, and XML as before. */
export function withoutXmpPlace(packet: string): string {
  let clean = '';
  let from = 0;
  for (const match of packet.matchAll(opening)) {
    if (match.index < from) continue;
    const end = endOfElement(packet, match.index, match[1] ?? '');
    // What is not closed cannot be told from what follows: then all of it goes.
    if (end === null) return ' '.repeat(packet.length);
    clean += packet.slice(from, match.index) + ' '.repeat(end - match.index);
    from = end;
  }
  clean += packet.slice(from);
  clean = clean.replace(attribute, (found) => ' '.repeat(found.length));
  return namesPlace(clean) ? ' '.repeat(packet.length) : clean;
}

function endOfElement(packet: string, at: number, name: string): number | null {
  const endOfTag = packet.indexOf('>', at);
  if (endOfTag === -1) return null;
  if (packet[endOfTag - 1] === '/') return endOfTag + 1;
  const closing = `</${name}>`;
  const close = packet.indexOf(closing, endOfTag);
  return close === -1 ? null : close + closing.length;
}

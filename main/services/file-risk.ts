/**
 * What may happen when a file is handed to the system. `never`: it is a program or starts one. `careful`: it can carry
 * instructions (macros, scripts, other files), or nobody can say what it is. `plain`: it is looked at.
 */
export type FileRisk = 'never' | 'careful' | 'plain';

// Windows' own lists (what Outlook and the Attachment Manager block), and what macOS and Linux start by themselves.
const programs = new Set(
  (
    'ade adp app appimage applescript application appref-ms appx appxbundle appinstaller apk bash bat bin bundle cer chm ' +
    'class cmd cnt com command cpl crx csh deb desktop diagcab dll dmg docker drv dylib elf exe fileloc fish flatpak flatpakref ' +
    'fxp gadget grp hlp hpj hta htc img inetloc inf ins iso isp its jar jnlp job js jse kext ksh ksy lib library-ms lnk ' +
    'lua mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mjs cjs mobileconfig mpkg msc msh msh1 ' +
    'msh2 mshxml msi msix msixbundle msp mst msu ocx ops osascript osd out pcd pif pkg pl plg prf prg prefpane printerexport ' +
    'ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 pssc pst py pyc pyo pyw pyz pyzw rb reg rpm run scf scpt scptd scr ' +
    'sct search-ms searchconnector-ms service settingcontent-ms sh shb shs snap so sys tcl terminal theme themepack tool url vb ' +
    'vbe vbp vbs vhd vhdx vsmacros vsw vxd webloc website wflow workflow action ws wsb wsc wsf wsh xap xbap xll xnk zsh'
  ).split(' '),
);

/** Kinds that hold no instructions by which programs of today go. */
const harmless = new Set(
  (
    'jpg jpeg png gif webp bmp tif tiff heic heif avif jxl dng pdf txt md csv tsv log docx xlsx pptx odt ods odp ' +
    'pages numbers key mp3 m4a wav ogg flac mp4 m4v mov avi mkv webm ics vcf eml msg epub'
  ).split(' '),
);

/** What programs, and what starts them, begin with: Windows, Linux, macOS, Java, scripts, shortcuts, Android. */
const beginnings: readonly Buffer[] = [
  Buffer.from('MZ'),
  Buffer.from('\x7fELF', 'latin1'),
  Buffer.from('feedface', 'hex'),
  Buffer.from('feedfacf', 'hex'),
  Buffer.from('cefaedfe', 'hex'),
  Buffer.from('cffaedfe', 'hex'),
  Buffer.from('cafebabe', 'hex'),
  Buffer.from('bebafeca', 'hex'),
  Buffer.from('#!'),
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
  Buffer.from('!<arch>\ndebian'),
  Buffer.from('edabeedb', 'hex'),
  Buffer.from('dex\n'),
];
const textsThatStart = /^\s*\[(?:desktop entry|internetshortcut|shell|autorun)\]/i;
const byteOrderMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;

/** Judges a file by its name and by what it holds: the worse of the two counts. */
export function riskOfFile(name: string, bytes: Uint8Array): FileRisk {
  const ending = endingOf(name);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (programs.has(ending) || beginsLikeProgram(file)) return 'never';
  if (isPackedProgram(file)) return 'never';
  if (!harmless.has(ending) || hasMacros(file)) return 'careful';
  return 'plain';
}

/** By which the system chooses a program: after the last full stop, as Windows reads names that end in stops or spaces. */
export function endingOf(name: string): string {
  // Signs that are not seen, and wide letters, must not hide what it is.
  const seen = name.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return /\.([^.\s]+)[.\s]*$/u.exec(seen)?.[1]?.toLowerCase() ?? '';
}

function beginsLikeProgram(file: Buffer): boolean {
  const head = file.toString('latin1', 0, 512).replace(byteOrderMark, '').replaceAll('\0', '');
  if (textsThatStart.test(head) || head.startsWith('#!')) return true;
  return beginnings.some((beginning) => file.subarray(0, beginning.length).equals(beginning));
}

/** A Java program or an Android one is an archive with such a list in it, whatever it is called. */
function isPackedProgram(file: Buffer): boolean {
  if (!isArchive(file)) return false;
  const start = file.subarray(0, 1 << 16);
  return start.includes('META-INF/MANIFEST.MF') || start.includes('AndroidManifest.xml');
}

/** Office files with instructions in them: the new ones are archives that name them, the old ones name them in UTF-16. */
function hasMacros(file: Buffer): boolean {
  if (isArchive(file)) return file.includes('vbaProject') || file.includes('Basic/Standard/');
  if (!file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return false;
  return file.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) || file.includes(Buffer.from('Macros', 'utf16le'));
}

function isArchive(file: Buffer): boolean {
  return file.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

import { describe, expect, it } from '@jest/globals';
import { riskOfFile } from '@main/services/file-risk';

const nothing = new Uint8Array();
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a file that is to be opened', () => {
  it.each([
    'setup.exe',
    'SETUP.EXE',
    'setup.exe.',
    'setup.exe ',
    'photo.jpg.scr',
    'photo\u202egpj.exe',
    'photo.e\u200bxe',
    'photo.ｅｘｅ',
    'run.desktop',
    'link.lnk',
    'link.url',
    'shell.scf',
    'tool.jar',
    'tool.msi',
    'run.sh',
    'run.command',
    'run.ps1',
  ])('is never opened when it is called %j', (name) => {
    expect(riskOfFile(name, nothing)).toBe('never');
  });

  it.each([
    ['a program of Windows', 'MZ\x90\0'],
    ['a program of Linux', '\x7fELF\x02'],
    ['a program of macOS', '\xcf\xfa\xed\xfe'],
    ['a script', '#!/bin/sh\nrm -rf'],
    ['a script behind a byte order mark', '\xef\xbb\xbf#!/bin/sh'],
    ['a shortcut', 'L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F'],
    ['a starter', '[Desktop Entry]\nExec=sh'],
    ['an address', '\r\n[InternetShortcut]\r\nURL=file:'],
    ['a packed program', 'PK\x03\x04........META-INF/MANIFEST.MF'],
  ])('is never opened when it is %s, whatever it is called', (_what, content) => {
    expect(riskOfFile('photo.jpg', bytes(content))).toBe('never');
  });

  it.each([
    ['budget.xlsm', nothing],
    ['letter.doc', nothing],
    ['page.html', nothing],
    ['files.zip', nothing],
    ['drawing.svg', nothing],
    ['nothing', nothing],
    ['letter.docx', bytes('PK\x03\x04 word/vbaProject.bin')],
  ])('is asked about more plainly when it can carry instructions: %s', (name, content) => {
    expect(riskOfFile(name, content)).toBe('careful');
  });

  it.each(['photo.jpg', 'photo.HEIC', 'brochure.pdf', 'letter.docx', 'table.xlsx'])(
    'is simply asked about: %s',
    (name) => {
      expect(riskOfFile(name, bytes('content'))).toBe('plain');
    },
  );
});

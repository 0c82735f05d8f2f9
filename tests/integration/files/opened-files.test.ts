import { access, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepOpenedFiles, safeFileName } from '@main/windows/opened-files';
import { temporaryFolder } from '../storage/temporary-folder';

function idsFrom(): () => string {
  let last = 0;
  return () => `copy-${String((last += 1))}`;
}

describe('a copy that another program is given', () => {
  it('holds what the file holds, stands by itself, and cannot be written to', async () => {
    const opened = keepOpenedFiles(join(await temporaryFolder(), 'opened'), idsFrom());
    const path = await opened.put('brochure.pdf', Buffer.from('a brochure'));
    expect(basename(path)).toBe('brochure.pdf');
    expect(await readFile(path, 'utf8')).toBe('a brochure');
    // Whoever runs the tests as root may write anywhere.
    if (process.getuid?.() !== 0) await expect(writeFile(path, 'other words')).rejects.toThrow();
  });

  it('goes with all the others, also one that is just being written', async () => {
    const folder = await temporaryFolder();
    const opened = keepOpenedFiles(join(folder, 'opened'), idsFrom());
    const writing = [opened.put('a.pdf', Buffer.alloc(100)), opened.put('b.pdf', Buffer.alloc(3_000_000))];
    await opened.removeAll();
    const [first] = await Promise.all(writing);
    await expect(access(first ?? '')).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('has a name that every system takes, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(safe).not.toMatch(/^\.|[.\s]$/);
        expect([...safe].length).toBeLessThanOrEqual(110);
      }),
    );
    expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
    expect(safeFileName('con.txt')).toBe('_con.txt');
    expect(safeFileName('陳大文 card.jpg')).toBe('陳大文 card.jpg');
  });
});

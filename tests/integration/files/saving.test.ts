import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { saveFile } from '@main/windows/save-file';
import { sharedFiles } from '@main/storage/disk/disk-files';
import { FailingFiles } from '../storage/failing-files';
import { temporaryFolder } from '../storage/temporary-folder';

async function* pieces(...parts: readonly (string | Error)[]): AsyncGenerator<Uint8Array, void> {
  for (const part of parts) {
    await Promise.resolve();
    if (part instanceof Error) throw part;
    yield Buffer.from(part);
  }
}

/** As somebody who may not write everywhere, which root may. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a file is saved where somebody said', () => {
  it('whole, from pieces that come one after the other, and nothing else is left there', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.docx');
    expect(await saveFile(path, pieces('one ', 'two ', 'three'))).toEqual({ ok: true, value: { path } });
    expect(await readFile(path, 'utf8')).toBe('one two three');
    expect(await readdir(folder)).toEqual(['report.docx']);
  });

  it('as readable to others as every file there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'usual'), '');
    await saveFile(join(folder, 'report.pdf'), Buffer.from('%PDF'));
    const modes = await Promise.all(['usual', 'report.pdf'].map(async (name) => (await stat(join(folder, name))).mode));
    expect(modes[1]).toBe(modes[0]);
  });

  it('under the longest name that the system takes', async () => {
    const folder = await temporaryFolder();
    const name = `${'訪'.repeat(83)}.docx`;
    expect((await saveFile(join(folder, name), Buffer.from('x'))).ok).toBe(true);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('the one that was there stays while the new one is made, and when making it breaks off', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.docx');
    await writeFile(path, 'the old one');
    const seen: string[] = [];
    async function* slow(): AsyncGenerator<Uint8Array, void> {
      yield Buffer.from('half of the new one');
      seen.push(await readFile(path, 'utf8'));
      throw new DOMException('stopped', 'AbortError');
    }
    await expect(saveFile(path, slow())).rejects.toThrow('stopped');
    expect(seen).toEqual(['the old one']);
    expect(await readFile(path, 'utf8')).toBe('the old one');
    expect(await readdir(folder)).toEqual(['report.docx']);
  });

  it('an error of what is written is nobody’s disk, even if it has a code', async () => {
    const path = join(await temporaryFolder(), 'report.docx');
    const lost = Object.assign(new Error('a photograph is gone'), { code: 'ENOENT' });
    await expect(saveFile(path, pieces('a', lost))).rejects.toBe(lost);
  });

  it.each(['before', 'half', 'after'] as const)(
    'a disk that is full at any step, %s it, leaves the old file or the whole new one, and says so',
    async (how) => {
      for (let at = 1; ; at += 1) {
        const folder = await temporaryFolder();
        const path = join(folder, 'report.docx');
        await writeFile(path, 'the old one');
        const files = new FailingFiles(
          { at, how, code: 'ENOSPC', among: ({ name }) => name !== 'remove' },
          sharedFiles,
        );
        const saved = await saveFile(path, pieces('the ', 'new ', 'one'), files);
        const now = await readFile(path, 'utf8');
        if (!files.hasFailed) {
          expect(saved.ok && now === 'the new one').toBe(true);
          expect(at).toBeGreaterThan(6);
          return;
        }
        expect(saved).toEqual({ ok: false, failure: { code: 'no-room-for-file' } });
        const isRenamed =
          files.failedAt.startsWith('syncFolder') || (how === 'after' && files.failedAt.startsWith('rename'));
        expect(now).toBe(isRenamed ? 'the new one' : 'the old one');
        // A file that is made and whose making is not answered is nobody's to remove.
        if (how !== 'after' || !files.failedAt.startsWith('create'))
          expect(await readdir(folder)).toEqual(['report.docx']);
      }
    },
  );

  it('a folder that may not be written to, and a file that is protected, are left as they are', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.docx');
    await writeFile(path, 'the old one', { mode: 0o444 });
    await chmod(folder, 0o777);
    const refused = { ok: false, failure: { code: 'file-refused' } };
    expect(await asNobody(() => saveFile(path, Buffer.from('new')))).toEqual(refused);
    await chmod(folder, 0o555);
    expect(await asNobody(() => saveFile(join(folder, 'other.docx'), Buffer.from('new')))).toEqual(refused);
    await chmod(folder, 0o755);
    expect(await readFile(path, 'utf8')).toBe('the old one');
    expect(await readdir(folder)).toEqual(['report.docx']);
  });

  it('a folder of that name, and a folder that is gone, are told apart from a full disk', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'taken', 'within'), { recursive: true });
    const onFolder = await saveFile(join(folder, 'taken'), Buffer.from('x'));
    expect(onFolder).toEqual({ ok: false, failure: { code: 'file-refused' } });
    const gone = await saveFile(join(folder, 'gone', 'report.docx'), Buffer.from('x'));
    expect(gone).toEqual({ ok: false, failure: { code: 'file-not-saved', reason: 'ENOENT' } });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('a disk that knows no syncing of folders, as a server’s, has it all the same', async () => {
    const path = join(await temporaryFolder(), 'report.docx');
    const answered: string[] = [];
    const files = {
      ...sharedFiles,
      syncFolder: (folder: string) => {
        answered.push(folder);
        return sharedFiles.syncFolder(join(folder, 'report.docx', 'no-folder')).catch((cause: unknown) => {
          expect(cause).toHaveProperty('code', 'ENOTDIR');
        });
      },
    };
    expect((await saveFile(path, Buffer.from('x'), files)).ok).toBe(true);
    expect(answered).toHaveLength(1);
  });
});

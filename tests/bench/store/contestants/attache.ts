import { randomUUID } from 'node:crypto';
import { diskFiles } from '@main/storage/disk/disk-files';
import { openStore } from '@main/storage/open-store';
import { plainSeal } from '@main/storage/seal/plain-seal';
import { sealedWith } from '@main/storage/seal/sealed';
import type { Intent } from '@main/storage/store';
import { instantOf } from '@shared/dates';
import type { Result } from '@shared/result';
import { grownBlocks } from '../planned-changes';
import type { PlannedChange } from '../planned-changes';
import { idAt } from '../sample-records';
import type { Contestant, OpenContestant, SampleGroup } from './contestant';
import { countedFiles } from './counted-files';
import type { DiskActivity } from './counted-files';

/** Our own store, and what only it is asked. */
export interface OpenAttache extends OpenContestant {
  readonly activity: DiskActivity;
  backUp(): Promise<void>;
  /** How many bytes of JSON a record that was just changed comes to. */
  bytesOf(change: PlannedChange): number;
}

interface OurContestant extends Contestant {
  readonly open: (folder: string) => Promise<OpenAttache>;
}

const intent: Intent = { by: idAt(0, 0), verb: 'edit', type: 'note' };
const dayLength = 86_400_000;

interface AttacheSettings {
  readonly isLocked: boolean;
  /** How far its clock is ahead, for what it does by itself on each new day. */
  readonly daysOn: number;
}

/** Attaché's store, readable or sealed with a key. */
export function attache({ isLocked, daysOn }: AttacheSettings): OurContestant {
  return {
    async open(folder) {
      const { files, activity } = countedFiles(diskFiles);
      const clock = () => instantOf(Date.now() + daysOn * dayLength);
      const seal = isLocked ? sealedWith(new Uint8Array(32).fill(7)) : plainSeal;
      const { store, backups } = valueOf(await openStore({ folder, clock, newId: randomUUID, files, seal }));

      const change = async ({ type, id, field, text }: PlannedChange): Promise<void> => {
        const done = await store.transact(intent, (tx) => {
          if (field !== null) tx.update(type, id, { [field]: text });
          else tx.update('note', id, { blocks: grownBlocks(tx.existing('note', id).blocks, text) });
        });
        valueOf(done);
      };
      const addGroup = async ({ records }: SampleGroup): Promise<void> => {
        const done = await store.transact(intent, (tx) => {
          for (const { type, fields, id } of records) tx.create(type, fields, id);
        });
        valueOf(done);
      };
      return {
        activity,
        listTrips: () => Promise.resolve(store.all('trip').map(({ title }) => title.en)),
        readNote(id) {
          const note = store.get('note', id);
          if (note === undefined) throw new Error(`There is no note ${id}`);
          return Promise.resolve(note.blocks.reduce((length, { markdown }) => length + markdown.length, 0));
        },
        change,
        async changeTogether(changes) {
          await Promise.all(changes.map(change));
        },
        async add(groups) {
          for (const group of groups) await addGroup(group);
        },
        async backUp() {
          valueOf(await backups.make());
        },
        bytesOf: ({ type, id }) => Buffer.byteLength(JSON.stringify(store.get(type, id))) + syncLength,
        close: () => store.close(),
      };
    },
  };
}

/** What a record that has not left its device has beside its fields: `,"$sync":{"anc":[],"seq":12345,"own":true,"sh":false}`. */
const syncLength = 55;

function valueOf<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(`Attaché's store answered ${result.failure.code}`);
  return result.value;
}

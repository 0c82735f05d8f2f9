/**
 * Ways in which sync could be wrong, each of which some test must notice: `find` in `file` becomes `replace`, and the
 * unit tests of `main/sync` must fail.
 */
export const mutants = [
  {
    name: 'the mark that something may have left is never made',
    file: 'main/sync/edit.ts',
    find: 'if (!liveLeaves(record).some(({ isDraft }) => isDraft)) return record;',
    replace: 'if (record.leaves.length > 0) return record;',
  },
  {
    name: 'an ancestor that arrives again is taken for news',
    file: 'main/sync/take-in.ts',
    find: 'if (lineage.has(rev)) leaves = seen(leaves, rev);',
    replace: 'if (leaves.some((leaf) => leaf.rev === rev)) leaves = seen(leaves, rev);',
  },
  {
    name: 'the checkpoint here is never kept',
    file: 'main/sync/round/round.ts',
    find: 'await memory.keep(kept);',
    replace: 'void kept;',
  },
  {
    name: 'the checkpoint there is never kept',
    file: 'main/sync/round/round.ts',
    find: 'await peer.keepNote(device, { sessions });',
    replace: 'void sessions;',
  },
  {
    name: 'the last round is trusted although the peer does not know of it',
    file: 'main/sync/round/checkpoint.ts',
    find: 'const at = sessions.findIndex(({ session }) => known.has(session));',
    replace: 'const at = known.size < 0 ? -1 : 0;',
  },
  {
    name: 'a store that was put back is taken for the same',
    file: 'main/sync/round/checkpoint.ts',
    find: 'mine.data.identity !== now.identity',
    replace: 'mine.data.identity === ""',
  },
  {
    name: 'a database that was made anew is taken for the same',
    file: 'main/sync/round/checkpoint.ts',
    find: 'mine.data.instance !== now.instance',
    replace: 'mine.data.instance === ""',
  },
  {
    name: 'what the peer was shown to lack is not sent again',
    file: 'main/sync/round/round.ts',
    find: '...offered, ...going.lacking, ...',
    replace: '...offered, ...',
  },
  {
    name: 'what was refused is not offered again',
    file: 'main/sync/round/round.ts',
    find: 'refused: heldBack.map(({ key, rev }) => ({ key, revs: [rev] })),',
    replace: 'refused: [],',
  },
  {
    name: 'a draft that somebody else has, too, stays a draft',
    file: 'main/sync/round/round.ts',
    find: 'await store.change(draftsAmong(store, changed), shared);',
    replace: 'void draftsAmong(store, changed); void shared;',
  },
  {
    name: 'a branch ends although nobody holds what it ended in',
    file: 'main/sync/take-in.ts',
    find: 'if (into === null || byRank(into, ended) >= 0) return false;',
    replace: 'if (into === null || byRank(into, ended) >= 0 || leaves.length >= 0) return true;',
  },
  {
    name: 'what another program deleted is deleted',
    file: 'main/sync/take-in.ts',
    find: 'else if (content.into === null || isLastTry)',
    replace: 'else if (content.into === null) leaves = added(leaves, closed, left);\n    else if (isLastTry)',
  },
  {
    name: 'of two sides the one is silently taken',
    file: 'main/sync/merge/body.ts',
    find: 'disputes.push(dispute);\n    return dispute.one;',
    replace: 'return dispute.one;',
  },
  {
    name: 'a lost base is taken for an empty one',
    file: 'main/sync/merge/leaves.ts',
    find: 'const bases = met.map((rev) => bodyAt(record, rev) ?? null);',
    replace: 'const bases = met.map((rev) => bodyAt(record, rev) ?? one.body);',
  },
  {
    name: 'a draft is written behind a leaf that did not begin where it did',
    file: 'main/sync/merge/leaves.ts',
    find: 'parent !== null && lineage.ancestorsOf(each.rev).includes(parent)',
    replace: 'lineage.ancestorsOf(each.rev).length >= 0',
  },
  {
    name: 'a person goes on in another leaf than the one begun',
    file: 'main/sync/synced-record.ts',
    find: 'return draft ?? live.find(',
    replace: 'return (draft?.rev === "" ? draft : undefined) ?? live.find(',
  },
  {
    name: 'a record in the Trash hides what was written meanwhile',
    file: 'main/sync/merge/body.ts',
    find: 'return moved === null || isSameContent(base, stayer) ? moved : judge(dispute);',
    replace: 'return moved === null || stayer !== base ? moved : judge(dispute);',
  },
  {
    name: 'a record goes before the file that it names',
    file: 'main/sync/round/push.ts',
    find: 'const { ready, files, heldBack } = await withFiles({ store, peer }, parcels);',
    replace:
      'await peer.take(parcels);\n    const { ready, files, heldBack } = await withFiles({ store, peer }, parcels);',
  },
  {
    name: 'a file is kept that is not what its name says',
    file: 'main/sync/round/fetch-files.ts',
    find: 'bytes === null || fileHash(bytes) !== sha256',
    replace: 'bytes === null || fileHash(bytes) === ""',
  },
  {
    name: 'the clock is a part of what a revision vouches for',
    file: 'shared/domain/revision.ts',
    find: 'const { revision: _revision, updatedAt: _updatedAt, updatedBy: _updatedBy, ...fields } = body;',
    replace: 'const { revision: _revision, ...fields } = body;',
  },
  {
    name: 'two insertions at one place are one of them',
    file: 'main/sync/merge/text.ts',
    find: 'return [...one.slice(0, begin), ...rests.flat(), ...one.slice(one.length - end)];',
    replace: 'return [...one.slice(0, begin), ...mine, ...one.slice(one.length - end)];',
  },
];

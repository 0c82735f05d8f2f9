import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NamesIndex } from '@shared/search/names/names-index';
import type { Name } from '@shared/search/names/names-index';

/** Records of one name or several, parted by |; what is of digits only is a number. */
function indexOf(records: Readonly<Record<string, string>>): NamesIndex {
  const index = new NamesIndex();
  index.putAll(Object.entries(records).map(([id, names]) => [id, namesOf(names)] as const));
  return index;
}

function namesOf(names: string): Name[] {
  return names.split('|').map((text) => ({ text, kind: /^[\d+ -]+$/.test(text) ? 'number' : 'name' }));
}

function idsFound(index: NamesIndex, query: string): string[] {
  return index.search(query).map(({ id }) => id);
}

function marked(index: NamesIndex, query: string): string[] {
  const [hit] = index.search(query);
  return hit?.places.map(({ start, length }) => hit.text.slice(start, start + length)) ?? [];
}

describe('finding names', () => {
  const people = indexOf({
    chan: '陳大文|CHAN Tai-man, David|+852 9123 4567',
    latin: 'Lau Yu-sik',
    simplified: '刘禹锡',
    pinyin: 'LIU Yuxi',
    shan: '單大明',
    tsang: '曾鞏',
    xie: '解缙',
    lu: '呂布',
    yuchi: '尉遲恭',
    code: '91440300MA5EXAMPLE',
  });

  it.each([
    ['劉禹錫', 'simplified'],
    ['刘禹锡', 'latin'],
    ['liuyuxi', 'simplified'],
    ['liu2 yu3 xi1', 'simplified'],
    ['Liú Yǔxī', 'simplified'],
    ['yuxi liu', 'pinyin'],
    ['lyx', 'simplified'],
    ['lau4 jyu5 sik3', 'simplified'],
    ['laujyusik', 'simplified'],
    ['lau yu sik', 'simplified'],
    ['lys', 'latin'],
    ['yusik', 'latin'],
    ['Liu Yuxi', 'latin'],
    ['Lau Yu-sik', 'pinyin'],
    ['ＬＡＵ　ＹＵ', 'latin'],
    ['shan daming', 'shan'],
    ['dan daming', 'shan'],
    ['zeng gong', 'tsang'],
    ['ceng gong', 'tsang'],
    ['tsang kung', 'tsang'],
    ['xiejin', 'xie'],
    ['lü bu', 'lu'],
    ['lv bu', 'lu'],
    ['lyu bu', 'lu'],
    ['lu bu', 'lu'],
    ['yuchi', 'yuchi'],
    ['D. Chan', 'chan'],
    ['Chan T.M.', 'chan'],
    ['david chen dawen', 'chan'],
    ['9123', 'chan'],
    ['4567', 'chan'],
    ['+852-9123-4567', 'chan'],
    ['85291234567', 'chan'],
    ['5EXAM', 'code'],
  ])('%s finds %s', (query, id) => {
    expect(idsFound(people, query)).toContain(id);
  });

  it.each([
    ['liu yuxii', 'pinyin'],
    ['liu yxi', 'pinyin'],
    ['liu yuzi', 'pinyin'],
    ['liu yuix', 'pinyin'],
    ['davod chan', 'chan'],
    ['liu yuxii', 'simplified'],
    ['lau yu skk', 'simplified'],
  ])('a slip of one letter is forgiven: %s', (query, id) => {
    expect(idsFound(people, query)).toContain(id);
  });

  it('marks what was found in the name as it was written', () => {
    expect(marked(people, 'dawen')).toEqual(['大文']);
    expect(marked(people, 'tai man')).toEqual(['Tai-man']);
    expect(marked(people, '912345')).toEqual(['9123 45']);
    expect(marked(people, 'david tai')).toEqual(['Tai', 'David']);
    expect(marked(people, '陈大')).toEqual(['陳大']);
  });

  it('puts what is written so before what only sounds so, begins so, or was slipped', () => {
    const index = indexOf({ sound: '李娜', longer: 'Li Nana', exact: 'Li Na', inside: 'Ali Na', slip: 'Li Ma' });
    expect(idsFound(index, 'li na').slice(0, 4)).toEqual(['exact', 'sound', 'longer', 'inside']);
    expect(idsFound(indexOf({ other: '王鞏德', meant: '鞏王' }), '鞏王')[0]).toBe('meant');
  });

  it('finds places and organisations by any of their words and names', () => {
    const index = indexOf({
      cloud: '深圳市雲深科技有限公司',
      sz: '深圳',
      bay: '銅鑼灣',
      uni: 'Peking University',
      soft: '軟件園',
    });
    for (const query of ['科技', 'yunshen', 'Yunshen Keji', 'Shenzhen Yunshen', '云深', 'yunshen shenzhen']) {
      expect(idsFound(index, query)[0]).toBe('cloud');
    }
    for (const query of ['Sham Chun', 'shen zhen', 'sz', 'Shenzhen City'])
      expect(idsFound(index, query)).toContain('sz');
    for (const query of ['Causeway Bay', 'tung lo wan', 'tongluowan']) expect(idsFound(index, query)).toContain('bay');
    for (const query of ['北京大學', '北大', 'Beijing Daxue']) expect(idsFound(index, query)).toContain('uni');
    for (const query of ['軟體', '软件', 'software', 'softw']) expect(idsFound(index, query)).toContain('soft');
  });

  it('asks which records may be found, and gives no more than wanted', () => {
    expect(people.search('liu yuxi', { accepts: (id) => id === 'simplified' }).map(({ id }) => id)).toEqual([
      'simplified',
    ]);
    expect(people.search('liu', { most: 1 })).toHaveLength(1);
    expect(people.search(' ')).toEqual([]);
    expect(people.search('—')).toEqual([]);
  });

  it('finds a record by its new names only, and not at all when it is gone', () => {
    const index = indexOf({ one: '王維' });
    index.put('one', namesOf('孟浩然'));
    expect(idsFound(index, '王維')).toEqual([]);
    expect(idsFound(index, 'meng haoran')).toEqual(['one']);
    index.remove('one');
    index.remove('one');
    expect(idsFound(index, 'meng haoran')).toEqual([]);
    expect(index.size).toBe(0);
  });
});

const character = fc.constantFrom(...Array.from('王李單曾樂行長重華德麗強子一丁'));
const chinese = fc.array(character, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const latin = fc
  .array(fc.constantFrom('Lau', 'Tak-wah', 'Andy', 'LI', 'Xi’an', 'Bo', 'O’Neill', 'Ng', 'Zoë', 'Ts’ai'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));
const anyName = fc.oneof(
  chinese,
  latin,
  fc.tuple(latin, chinese).map((both) => both.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('an index of names', () => {
  it('finds every name by all of it and by every beginning of it', () => {
    fc.assert(
      fc.property(fc.oneof(chinese, latin), fc.array(anyName, { maxLength: 5 }), (name, others) => {
        const index = new NamesIndex();
        index.putAll(others.map((text, at) => [`other${at}`, [{ text, kind: 'name' as const }]] as const));
        index.put('it', [{ text: name, kind: 'name' }]);
        for (let end = 1; end <= name.length; end += 1) {
          const query = name.slice(0, end);
          if (/[\p{L}\p{N}]/u.test(query)) expect(idsFound(index, query)).toContain('it');
        }
      }),
    );
  });

  it('is the same after any changes as one that is made anew, and as one that was saved', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      names: fc.option(fc.array(anyName, { maxLength: 3 })),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.array(anyName, { minLength: 1, maxLength: 4 }),
        (changes, queries) => {
          const changed = new NamesIndex();
          const now = new Map<string, Name[]>();
          for (const { id, names } of changes) {
            if (names === null) {
              changed.remove(id);
              now.delete(id);
            } else {
              const kept = names.map((text): Name => ({ text, kind: 'name' }));
              changed.put(id, kept);
              now.set(id, kept);
            }
          }
          const anew = new NamesIndex();
          anew.putAll(now);
          const found = (index: NamesIndex): unknown =>
            queries.map((query) =>
              index
                .search(query)
                .map(({ id, text, places, score }) => `${id} ${text} ${JSON.stringify(places)} ${score}`)
                .sort(),
            );
          expect(found(changed)).toEqual(found(anew));
          expect(found(new NamesIndex(structuredClone(changed.save())))).toEqual(found(anew));
        },
      ),
    );
  });

  it('leaves out what is gone when much of it is', () => {
    const index = new NamesIndex();
    const put = (round: number): void =>
      index.putAll(
        Array.from(
          { length: 900 },
          (_, at) => [`r${at}`, [{ text: `Name ${round} ${at}`, kind: 'name' as const }]] as const,
        ),
      );
    for (let round = 0; round < 5; round += 1) put(round);
    const { length } = index.save().names;
    expect(length).toBe(900);
    expect(idsFound(index, 'Name 4 899')).toContain('r899');
    expect(idsFound(index, 'Name 3 899')).not.toContain('never');
  });
});

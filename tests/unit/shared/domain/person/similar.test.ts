import { describe, expect, it } from '@jest/globals';
import { readOneLine } from '@shared/domain/person/one-line';
import { organisationNames, similarPeople } from '@shared/domain/person/similar';
import { aRecord, english, nextId } from '../../../../builders/records';

const chan = aRecord('person', {
  familyName: { en: 'Chan', zhHant: '陳', zhHans: '' },
  givenName: { en: 'Tai-man David', zhHant: '大文', zhHans: '' },
  phones: ['+86 138-0000-0000'],
  emails: ['Chan@example.com'],
  wechatId: 'dwchan',
});
const wang = aRecord('person', { familyName: english('Wang'), givenName: english('Fang') });

describe('somebody who is known already', () => {
  it.each([
    ['陳大文, 雲深科技', 'name'],
    ['Tai-man David Chan', 'name'],
    ['CHAN Tai Man David', 'name'],
    ['D Chan, 13800000000', 'phone'],
    ['D Chan, chan@EXAMPLE.com', 'email'],
    ['D Chan, wechat: DWChan', 'wechat'],
  ])('is found by %s', (line, by) => {
    expect(similarPeople(readOneLine(line), [wang, chan])).toEqual([{ person: chan, by }]);
  });

  it.each(['陳, 雲深科技', 'Chan', '李大文', 'David Wong, 139 0000 0000'])('is not %s', (line) => {
    expect(similarPeople(readOneLine(line), [wang, chan])).toEqual([]);
  });

  it('stands first when a number says so, before a namesake', () => {
    const namesake = aRecord('person', { familyName: chan.familyName, givenName: chan.givenName });
    const found = similarPeople(readOneLine('陳大文, 138 0000 0000'), [namesake, chan]);
    expect(found.map(({ person }) => person.id)).toEqual([chan.id, namesake.id]);
  });
});

describe('the names of organisations', () => {
  const id = nextId();
  const names = organisationNames([
    {
      id,
      legalName: { en: 'Cloud Deep Technology Ltd', zhHant: '雲深科技有限公司', zhHans: '' },
      shortNames: ['雲深', 'CloudDeep'],
    },
  ]);

  it.each(['cloud deep technology ltd', '雲深科技有限公司', '雲深', 'Cloud Deep', '雲深 CloudDeep'])(
    'find %s',
    (name) => {
      expect(names.find(name)).toBe(id);
    },
  );

  it.each(['', 'Deep', '雲', 'Panda Robotics'])('do not find “%s”', (name) => {
    expect(names.find(name)).toBeUndefined();
  });
});

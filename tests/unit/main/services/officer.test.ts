import { describe, expect, it } from '@jest/globals';
import { createOfficer, splitName } from '@main/services/officer';
import { nameIn } from '@shared/domain/person/rules';

const latin = (family: string, given: string) => ({
  family: { en: family, zhHant: '' },
  given: { en: given, zhHant: '' },
});
const chinese = (family: string, given: string) => ({
  family: { en: '', zhHant: family },
  given: { en: '', zhHant: given },
});

describe('splitting the name of an officer', () => {
  it.each([
    ['Peter Wong', latin('Wong', 'Peter')],
    ['  Mary  Ann   Lee ', latin('Lee', 'Mary Ann')],
    ['Wong, Peter', latin('Wong', 'Peter')],
    ['CHAN Tai Man', latin('CHAN', 'Tai Man')],
    ['Chan Tai-man', latin('Chan', 'Tai-man')],
    ['Peter Chan Tai-man', latin('Chan', 'Peter Tai-man')],
    ['Anna Smith-Jones', latin('Smith-Jones', 'Anna')],
    ['Madonna', latin('', 'Madonna')],
    ['陳大文', chinese('陳', '大文')],
    ['陳 大文', chinese('陳', '大文')],
    ['王芳', chinese('王', '芳')],
    ['歐陽娜娜', chinese('歐陽', '娜娜')],
    ['司徒華', chinese('司徒', '華')],
    ['歐陽', chinese('歐', '陽')],
    ['陳方安生', chinese('陳方', '安生')],
    ['李', chinese('李', '')],
    ['陳大文 Peter Chan', { family: { en: 'Chan', zhHant: '陳' }, given: { en: 'Peter', zhHant: '大文' } }],
    ['😀', latin('', '😀')],
  ])('reads %s', (name, { family, given }) => {
    expect(splitName(name)).toMatchObject({ familyName: family, givenName: given });
  });

  it.each(['Peter Wong', '陳大文', '歐陽娜娜', 'Madonna'])('loses nothing of %s', (name) => {
    const split = { ...splitName(name), romanisation: '' };
    expect(nameIn(split, 'en') || nameIn(split, 'zhHant')).toBe(name);
  });

  it('makes the person once, on our own side', () => {
    const made: unknown[] = [];
    const create = (_type: string, fields: unknown, id?: string): void => void made.push({ fields, id });
    createOfficer({ get: () => undefined, create: create as never }, 'me', 'Peter Wong');
    createOfficer({ get: () => ({ id: 'me' }) as never, create: create as never }, 'me', 'Peter Wong');
    expect(made).toEqual([{ id: 'me', fields: expect.objectContaining({ side: 'ours' }) }]);
  });
});

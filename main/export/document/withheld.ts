import { wordsOf } from '../../words';
import type { PersonInDocument } from './people';

/** Stands for somebody of whom readers outside may be told nothing but that there is one, in each written form. */
export function withheldPerson(): PersonInDocument {
  const say = (form: 'en' | 'zhHant' | 'zhHans'): string => wordsOf('documents', form)('withheld');
  return {
    name: { en: say('en'), zhHant: say('zhHant'), zhHans: say('zhHans') },
    romanisation: '',
    honorific: 'none',
    posts: [],
  };
}

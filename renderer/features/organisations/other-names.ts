import { writtenForms } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';

/** The name in its other scripts, none twice. */
export function otherNames(name: LocalisedText, shown: string): string[] {
  const all = writtenForms.map((form) => name[form].trim()).filter((each) => each !== '' && each !== shown);
  return [...new Set(all)];
}

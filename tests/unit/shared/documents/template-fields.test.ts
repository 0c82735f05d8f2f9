import { expect, it } from '@jest/globals';
import { templateFields } from '@shared/documents/template-fields';
import type { TemplateScope } from '@shared/documents/template-fields';
import described from '../../../../renderer/locales/en/template-fields.json';

/** Every name that may stand in a template, with those around it. */
function namesIn({ words, lists, parts }: TemplateScope): string[] {
  return [
    ...words.map((name) => `words.${name}`),
    ...parts.map((name) => `parts.${name}`),
    ...Object.entries(lists).flatMap(([name, scope]) => [
      `lists.${name}.all`,
      ...namesIn(scope).map((inner) => `lists.${name}.${inner}`),
    ]),
  ];
}

function pathsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' ? [name] : pathsIn(inner).map((path) => `${name}.${path}`),
  );
}

it('every field of a template is described to those who write one, and no other is', () => {
  expect(pathsIn(described).sort()).toEqual(namesIn(templateFields).sort());
});

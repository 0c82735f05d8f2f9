import { useTranslation } from 'react-i18next';
import { templateFields } from '@shared/documents/template-fields';
import type { TemplateScope } from '@shared/documents/template-fields';
import classes from './documents.module.css';

/** What the fields of a scope say, in the shape of the scope. */
interface ScopeWords {
  readonly all?: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, ScopeWords>>;
  readonly parts?: Readonly<Record<string, string>>;
}

/** Every field that a template may name, as it is written and what it says. */
export function FieldGuide() {
  const { t, i18n } = useTranslation('documents');
  const words = i18n.getResourceBundle(i18n.resolvedLanguage ?? 'en', 'template-fields') as ScopeWords;
  return (
    <details className={classes.guide}>
      <summary>{t('templates.fields')}</summary>
      <ScopeFields scope={templateFields} words={words} />
    </details>
  );
}

function ScopeFields({ scope, words }: { readonly scope: TemplateScope; readonly words: ScopeWords | undefined }) {
  return (
    <ul>
      {scope.words.map((name) => (
        <li key={name}>
          <code>{`{{${name}}}`}</code> {words?.words?.[name]}
        </li>
      ))}
      {Object.entries(scope.lists).map(([name, inner]) => (
        <li key={name}>
          <code>{`{{#${name}}} … {{/${name}}}`}</code> {words?.lists?.[name]?.all}
          <ScopeFields scope={inner} words={words?.lists?.[name]} />
        </li>
      ))}
      {scope.parts.map((name) => (
        <li key={name}>
          <code>{`{{> ${name}}}`}</code> {words?.parts?.[name]}
        </li>
      ))}
    </ul>
  );
}

import { UnstyledButton } from '@mantine/core';
import {
  IconAddressBook,
  IconBook,
  IconBriefcase,
  IconFileText,
  IconListCheck,
  IconNews,
  IconNotebook,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentKinds } from '@shared/documents/choices';
import type { DocumentChoices, DocumentKind } from '@shared/documents/choices';
import classes from './documents.module.css';
import { OwnTemplates } from './own-templates';

const icons: Readonly<Record<Exclude<DocumentKind, 'own'>, Icon>> = {
  report: IconFileText,
  summary: IconNotebook,
  booklet: IconBook,
  briefing: IconBriefcase,
  contacts: IconAddressBook,
  register: IconListCheck,
  press: IconNews,
};

interface DocumentKindsProps {
  readonly choices: DocumentChoices;
  readonly onTurnTo: (kind: DocumentKind, templateId?: string | null) => void;
}

/** Everything that can be made of a trip, to choose from. */
export function DocumentKinds({ choices, onTurnTo }: DocumentKindsProps) {
  const { t } = useTranslation('documents');
  return (
    <nav className={classes.kinds} aria-label={t('title')}>
      <ul>
        {documentKinds.map((kind) => {
          if (kind === 'own') return null;
          const Picture = icons[kind];
          const isChosen = kind === choices.kind;
          return (
            <li key={kind}>
              <UnstyledButton
                className={classes.kind}
                aria-current={isChosen ? 'true' : undefined}
                onClick={() => onTurnTo(kind)}
              >
                <Picture size={18} stroke={1.6} aria-hidden="true" />
                <span>{t(`kinds.${kind}`)}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <OwnTemplates choices={choices} onTurnTo={onTurnTo} />
    </nav>
  );
}

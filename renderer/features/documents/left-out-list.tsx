import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentChoices } from '@shared/documents/choices';
import { useAsk } from '../../lib/ipc';
import classes from './documents.module.css';

/** What an external document leaves out, said before anybody has it; why there can be none is said where it would stand. */
export function LeftOutList({ tripId, choices }: { readonly tripId: string; readonly choices: DocumentChoices }) {
  const { t } = useTranslation('documents');
  const { data } = useAsk('documents:left-out', { tripId, choices });
  if (data === undefined) return null;
  const kinds = (['sensitiveLines', 'restrictedRecords', 'personalNumbers'] as const).filter((kind) => data[kind] > 0);
  return (
    <div className={classes.leftOut} role="status">
      <Text size="xs" c="dimmed">
        {t(kinds.length === 0 ? 'leftOut.nothing' : 'leftOut.title')}
      </Text>
      {kinds.length > 0 && (
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>{t(`leftOut.${kind}`, { count: data[kind] })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

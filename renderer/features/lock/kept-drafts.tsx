import { useState, useSyncExternalStore } from 'react';
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { recordTypes } from '@shared/domain/records';
import type { KeptDraft } from '@shared/ipc/vault-channels';
import { forgetDraft, keptDrafts } from '../../lib/drafts';
import classes from './lock.module.css';

/** Unsaved input that was kept while Attaché was locked or a meeting was on, until its form is saved or it is thrown away. */
export function KeptDrafts() {
  const { t } = useTranslation('lock');
  const drafts = useSyncExternalStore(keptDrafts.subscribe, keptDrafts.snapshot);
  if (drafts.length === 0) return null;
  return (
    <section className={classes.kept} aria-label={t('kept.title', { count: drafts.length })}>
      <Text size="sm" fw={600}>
        {t('kept.title', { count: drafts.length })}
      </Text>
      {drafts.map((draft) => (
        <Kept key={draft.key} draft={draft} />
      ))}
    </section>
  );
}

function Kept({ draft }: { readonly draft: KeptDraft }) {
  const { t, i18n } = useTranslation(['lock', 'terms']);
  const [isShown, setShown] = useState(false);
  const [first, second] = draft.key.split('/');
  const type = recordTypes.find((each) => each === first);
  const record = type === undefined ? '' : t(`terms:record.${type}`);
  const form = t(second === 'new' ? 'lock:kept.new' : 'lock:kept.change', {
    record: i18n.language === 'en' ? record.toLocaleLowerCase('en') : record,
  });
  const typed = wordsIn(draft.values);
  return (
    <div>
      <Group gap="sm" mt={4}>
        <Text size="sm">
          {form}. {t('lock:kept.hint')}
        </Text>
        <Anchor component={Link} to={draft.place} size="sm">
          {t('lock:kept.open')}
        </Anchor>
        {typed.length > 0 && (
          <Anchor component="button" type="button" size="sm" onClick={() => setShown(!isShown)} aria-expanded={isShown}>
            {t(isShown ? 'lock:kept.hide' : 'lock:kept.show')}
          </Anchor>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          c="dimmed"
          aria-label={t('lock:kept.discardOf', { form })}
          onClick={() => void forgetDraft(draft.key)}
        >
          {t('lock:kept.discard')}
        </Anchor>
      </Group>
      {isShown && <p className={classes.typed}>{typed.join('\n')}</p>}
    </div>
  );
}

const isNoWord = /^([0-9a-f-]{36}|\d{4}-\d\d-\d\d|\d\d:\d\d)?$/;

/** The texts among what was typed, without ids, days and times: for whoever cannot find the form again. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return isNoWord.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

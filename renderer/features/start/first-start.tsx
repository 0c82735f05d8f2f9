import { useRef, useState } from 'react';
import { Group, Loader, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { IconArchive, IconCompass, IconFilePlus, IconFolderOpen } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../ui/brand-mark';
import { LanguageSelect } from '../../ui/language-select';
import { TravelProgress } from '@renderer/features/travel';
import { BackupProgress } from '../settings';
import { useBeginnings } from './beginnings';
import type { Beginning } from './beginnings';
import classes from './start.module.css';
import { StoreNotices } from './store-notices';

const icons: Readonly<Record<Beginning, Icon>> = {
  sample: IconCompass,
  empty: IconFilePlus,
  travel: IconFolderOpen,
  restore: IconArchive,
};
const choices = ['sample', 'empty', 'travel', 'restore'] as const satisfies readonly Beginning[];

/** The very first screen: who are you, and how shall we begin. */
export function FirstStart({ suggestedName }: { readonly suggestedName: string }) {
  const { t } = useTranslation(['start', 'travel']);
  const [name, setName] = useState(suggestedName);
  const [isNameMissing, setNameMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { begin, running } = useBeginnings();

  const choose = (choice: Beginning): void => {
    if ((choice === 'sample' || choice === 'empty') && name.trim() === '') {
      setNameMissing(true);
      box.current?.focus();
      return;
    }
    void begin(choice, name.trim());
  };

  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <StoreNotices />
        <Group justify="space-between" align="flex-start">
          <BrandMark size={44} />
          <LanguageSelect />
        </Group>
        <Title order={1} className={classes.welcome}>
          {t('title')}
        </Title>
        <Text className={classes.intro}>{t('intro')}</Text>
        <TextInput
          ref={box}
          size="md"
          label={t('name.label')}
          description={t('name.description')}
          error={isNameMissing && t('name.required')}
          value={name}
          maxLength={300}
          autoFocus
          autoComplete="name"
          className={classes.name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setNameMissing(false);
          }}
        />
        <Title order={2} mt="xl" mb="xs">
          {t('choices')}
        </Title>
        <div className={classes.choices}>
          {choices.map((choice) => {
            const ChoiceIcon = icons[choice];
            return (
              <UnstyledButton
                key={choice}
                className={classes.choice}
                data-first={choice === 'sample' || undefined}
                disabled={running !== null}
                onClick={() => choose(choice)}
                aria-label={t(`${choice}.title`)}
                aria-describedby={`start-${choice}`}
              >
                {running === choice ? <Loader size={22} /> : <ChoiceIcon size={22} stroke={1.5} aria-hidden="true" />}
                <span>
                  <span className={classes.choiceTitle}>{t(`${choice}.title`)}</span>
                  <span id={`start-${choice}`} className={classes.choiceMessage}>
                    {t(`${choice}.message`)}
                  </span>
                </span>
              </UnstyledButton>
            );
          })}
        </div>
        <BackupProgress />
        <TravelProgress words={t('travel:bring.working')} />
      </div>
    </main>
  );
}

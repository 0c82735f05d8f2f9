import type { ReactNode } from 'react';
import { Text, Title } from '@mantine/core';
import { BrandMark } from '../../ui/brand-mark';
import { LanguageSelect } from '../../ui/language-select';
import classes from './lock.module.css';

interface LockedScreenProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

/** The frame of the screens before the door. */
export function LockedScreen({ title, intro, children }: LockedScreenProps) {
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <BrandMark size={44} />
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <Text className={classes.intro}>{intro}</Text>
        {children}
        <LanguageSelect />
      </div>
    </main>
  );
}

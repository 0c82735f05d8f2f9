import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Text } from '@mantine/core';
import { IconCopy, IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section';
import { CopyEverything } from './copy-everything';
import { EmptyLaptop } from './empty-laptop';
import classes from './travel.module.css';

/** Copying everything to another place, and emptying this laptop once all of it has arrived there. */
export function Travelling() {
  const { t } = useTranslation(['travel', 'actions']);
  const [asking, setAsking] = useState<'copy' | 'empty' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Section title={t('travel:title')} frame="flush">
      <Row title={t('travel:copy.row')} hint={t('travel:copy.rowHint')}>
        <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => setAsking('copy')}>
          {t('travel:copy.open')}
        </Button>
      </Row>
      <Row title={t('travel:empty.row')} hint={t('travel:empty.rowHint')}>
        <Button
          variant="default"
          leftSection={<IconEraser size={16} stroke={1.6} />}
          onClick={() => setAsking('empty')}
        >
          {t('travel:empty.open')}
        </Button>
      </Row>
      <Row title={t('travel:bring.row')} hint={t('travel:bring.rowHint')} />
      {asking === 'copy' && <CopyEverything doneLabel={t('actions:done')} onDone={close} onClose={close} />}
      {asking === 'empty' && <EmptyLaptop onClose={close} />}
    </Section>
  );
}

interface RowProps {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

function Row({ title, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      {children !== undefined && <div className={classes.control}>{children}</div>}
    </div>
  );
}

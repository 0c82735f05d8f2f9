import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section';
import { HandOver } from './hand-over';
import { chooseFile } from './chosen-file';
import classes from './hand-over.module.css';

/** Handing everything over in a file, and taking one in. */
export function HandingOver() {
  const { t } = useTranslation('hand-over');
  const [isHanding, setHanding] = useState(false);
  return (
    <Section title={t('title')} frame="flush">
      <Row title={t('hand.row')} hint={t('hand.rowHint')}>
        <Button
          variant="default"
          leftSection={<IconFileExport size={16} stroke={1.6} />}
          onClick={() => setHanding(true)}
        >
          {t('hand.open')}
        </Button>
      </Row>
      <Row title={t('take.row')} hint={t('take.rowHint')}>
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} stroke={1.6} />}
          onClick={() => void chooseFile()}
        >
          {t('take.open')}
        </Button>
      </Row>
      {isHanding && <HandOver trip={null} onClose={() => setHanding(false)} />}
    </Section>
  );
}

interface RowProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
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
      <div className={classes.control}>{children}</div>
    </div>
  );
}

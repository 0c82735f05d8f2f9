import { Button, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelMaking } from './document-desk';
import type { DeskState } from './document-desk';
import classes from './documents.module.css';

interface MakingDocumentProps {
  readonly making: NonNullable<DeskState['making']>;
  /** Over the pages that are still shown, instead of in their place. */
  readonly isOver: boolean;
}

/** How far the document is, with a way to stop it. */
export function MakingDocument({ making: { stage, done, choices }, isOver }: MakingDocumentProps) {
  const { t } = useTranslation(['documents', 'actions']);
  const percent = Math.round(done * 100);
  const title = t('documents:making.title', { document: t(`documents:kinds.${choices.kind}`) });
  if (isOver) {
    return (
      <div className={classes.renewing}>
        <Progress value={percent} size={3} radius={0} aria-label={title} transitionDuration={200} />
        <div className={classes.renewingWords}>
          <Text size="xs" role="status">
            {t(`documents:making.${stage}`)}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={cancelMaking}>
            {t('actions:cancel')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Stack className={classes.making} gap="sm" align="stretch">
      <Title order={2}>{title}</Title>
      <Progress value={percent} aria-label={title} transitionDuration={200} />
      <Text size="sm" c="dimmed" role="status">
        {t(`documents:making.${stage}`)}
      </Text>
      <div>
        <Button variant="default" onClick={cancelMaking}>
          {t('actions:cancel')}
        </Button>
      </div>
    </Stack>
  );
}

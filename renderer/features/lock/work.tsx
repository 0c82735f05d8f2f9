import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sealingStages } from '@shared/ipc/vault-channels';
import type { SealingWork } from '@shared/ipc/vault-channels';

/** How far the sealing is, or making everything readable again. */
export function Work({ work }: { readonly work: SealingWork }) {
  const { t } = useTranslation('lock');
  const { to, stage, done, count } = work;
  const share = (sealingStages.indexOf(stage) + done) / sealingStages.length;
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>
        {t(`work.${to}`)}
      </Text>
      <Progress value={Math.round(share * 100)} aria-label={t(`work.${to}`)} />
      <Text size="sm" c="dimmed" mt={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {stage === 'files' && count !== null
          ? t('work.filesOf', { done: count.done, total: count.total })
          : t(`work.${stage}`)}
      </Text>
    </div>
  );
}

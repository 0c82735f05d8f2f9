import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePosts } from '@renderer/features/meetings';
import { allNames } from '@shared/domain/person/rules';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import classes from './capture.module.css';
import { somebodyNew } from './use-capture';
import type { Capture } from './use-capture';

const nowhere: readonly string[] = [];

/** Somebody who seems to be known already is offered, so that nobody is written down twice. */
export function CaptureKnown({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation('capture');
  const { form } = useFormat();
  const today = useToday();
  const postOf = usePosts(nowhere, today);
  if (capture.similar.length === 0) return null;
  return (
    <Radio.Group
      label={t('known.title')}
      value={capture.choice}
      onChange={capture.choose}
      className={classes.known ?? ''}
    >
      <Stack gap={4} mt={6}>
        {capture.similar.map(({ person, by }) => (
          <Radio
            key={person.id}
            size="xs"
            value={person.id}
            label={[allNames(person, form).join(' '), postOf(person.id), t(`known.${by}`)].filter(Boolean).join(' · ')}
          />
        ))}
        <Radio size="xs" value={somebodyNew} label={t('known.new')} />
      </Stack>
    </Radio.Group>
  );
}

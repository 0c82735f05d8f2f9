import { Anchor, Checkbox, SegmentedControl, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReportPhotographs } from '@renderer/features/files';
import { sectionsOf } from '@shared/documents/choices';
import type { DocumentChoices } from '@shared/documents/choices';
import type { TemplateGap } from '@shared/documents/template-gaps';
import { writtenForms } from '@shared/domain/values';
import type { WrittenForm } from '@shared/domain/values';
import classes from './documents.module.css';
import { Choice } from './choice';
import { CoverChoice } from './cover-choice';
import { GapList } from './gap-list';
import { LeftOutList } from './left-out-list';
import { SectionChoice } from './section-choice';
import type { useChoices } from './use-choices';
import { TemplateGaps } from './template-gaps';
import { useGaps } from './use-gaps';
import { WhoseChoice } from './whose-choice';

/** Documents that print the photographs of the trip. */
const withPhotographs: readonly DocumentChoices['kind'][] = ['report', 'own'];

interface ChoicesProps {
  readonly tripId: string;
  readonly chosen: ReturnType<typeof useChoices>;
  /** How many places in the document somebody has still to fill in. */
  readonly placeholders: number;
  /** Those that a template of the office's own leaves. */
  readonly templateGaps: readonly TemplateGap[];
  readonly sensitiveLeftOut: number;
}

/** How the document is made: language, for whom, what is in it. */
export function Choices({ tripId, chosen, placeholders, templateGaps, sensitiveLeftOut }: ChoicesProps) {
  const { t } = useTranslation('documents');
  const { choices, change } = chosen;
  const { kind } = choices;
  return (
    <aside className={classes.aside} aria-label={t('choices.title')}>
      {placeholders > 0 && (
        <Text size="sm" c="var(--at-warning)" role="status" mb="md">
          {t('placeholders', { count: placeholders })}
        </Text>
      )}
      {templateGaps.length > 0 && <TemplateGaps gaps={templateGaps} />}
      <Languages choices={choices} onChange={change} />
      {kind === 'booklet' && (
        <>
          <WhoseChoice tripId={tripId} personId={choices.personId} onChange={(personId) => change({ personId })} />
          <Choice title={t('choices.paper')}>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t('choices.paper')}
              data={['A5', 'A4']}
              value={choices.paper}
              onChange={(paper) => change({ paper: paper === 'A5' ? 'A5' : 'A4' })}
            />
          </Choice>
        </>
      )}
      <ForWhom tripId={tripId} choices={choices} onChange={change} sensitiveLeftOut={sensitiveLeftOut} />
      {sectionsOf[kind].length > 0 && (
        <Choice title={t('sections.title')}>
          <SectionChoice kind={kind} chosen={choices.sections} onChange={(sections) => change({ sections })} />
        </Choice>
      )}
      {withPhotographs.includes(kind) && (
        <Choice title={t('photographs')}>
          <ReportPhotographs tripId={tripId} />
          <CoverChoice
            tripId={tripId}
            pictureId={choices.coverPictureId}
            onChange={(coverPictureId) => change({ coverPictureId })}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            mt="xs"
            aria-label={t('choices.quality')}
            data={[
              { value: 'print', label: t('choices.forPaper') },
              { value: 'small', label: t('choices.forSending') },
            ]}
            value={choices.photographs}
            onChange={(value) => change({ photographs: value === 'small' ? 'small' : 'print' })}
          />
        </Choice>
      )}
      {!chosen.isUsual && (
        <Anchor component="button" type="button" size="sm" onClick={chosen.backToUsual}>
          {t('choices.usual')}
        </Anchor>
      )}
      {kind === 'report' && <Gaps tripId={tripId} />}
    </aside>
  );
}

interface PartProps {
  readonly choices: DocumentChoices;
  readonly onChange: ReturnType<typeof useChoices>['change'];
}

function Languages({ choices: { form, beside }, onChange }: PartProps) {
  const { t } = useTranslation('documents');
  const names = writtenForms.map((value) => ({ value, label: t(`languages.${value}`) }));
  const formOf = (value: string | null): WrittenForm | undefined => writtenForms.find((each) => each === value);
  return (
    <Choice title={t('choices.language')}>
      <Select
        aria-label={t('choices.language')}
        data={names}
        value={form}
        allowDeselect={false}
        onChange={(value) => {
          const next = formOf(value);
          if (next) onChange({ form: next, beside: beside === next ? null : beside });
        }}
      />
      <Select
        mt={6}
        aria-label={t('choices.beside')}
        data={[{ value: '', label: t('choices.alone') }, ...names.filter(({ value }) => value !== form)]}
        value={beside ?? ''}
        allowDeselect={false}
        onChange={(value) => onChange({ beside: formOf(value) ?? null })}
      />
    </Choice>
  );
}

interface ForWhomProps extends PartProps {
  readonly tripId: string;
  readonly sensitiveLeftOut: number;
}

function ForWhom({ tripId, choices, onChange, sensitiveLeftOut }: ForWhomProps) {
  const { t } = useTranslation('documents');
  const { kind, audience, isWithSensitive } = choices;
  return (
    <Choice title={t('choices.audience')}>
      {kind !== 'press' && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('choices.audience')}
          data={[
            { value: 'internal', label: t('audience.internal') },
            { value: 'external', label: t('audience.external') },
          ]}
          value={audience}
          onChange={(value) => onChange({ audience: value === 'external' ? 'external' : 'internal' })}
        />
      )}
      {audience === 'external' ? (
        <LeftOutList tripId={tripId} choices={choices} />
      ) : (
        <>
          <Checkbox
            mt="xs"
            label={t('sensitive.include')}
            checked={isWithSensitive}
            onChange={(event) => onChange({ isWithSensitive: event.currentTarget.checked })}
          />
          <Text size="xs" c="dimmed" role="status" mt={4}>
            {sensitiveLeftOut > 0
              ? t('sensitive.leftOut', { count: sensitiveLeftOut })
              : t(isWithSensitive ? 'sensitive.isIn' : 'sensitive.hint')}
          </Text>
        </>
      )}
    </Choice>
  );
}

function Gaps({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation('documents');
  const gaps = useGaps(tripId);
  return <Choice title={t('gaps.title')}>{gaps && <GapList gaps={gaps} />}</Choice>;
}

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useNavigationType, useSearchParams } from 'react-router';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { paramsOf, questionOf } from './address';
import { groupsOf } from './entries';
import type { Command, Entry } from './entries';
import { useOpenHit } from './open-hit';
import { useQuestion } from './question';
import { SearchPanel } from './search-panel';

const noCommands: readonly Command[] = [];

/** The same box as a screen of its own, with more of what was found; its address keeps the question. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const [params, setParams] = useSearchParams();
  const wayHere = useNavigationType();
  const open = useOpenHit();
  const { question, change, answer, isCurrent } = useQuestion('page', questionOf(params), 60);
  const groups = useMemo(() => groupsOf(question, answer, noCommands), [question, answer]);

  const inAddress = params.toString();
  const [seen, setSeen] = useState(inAddress);
  if (seen !== inAddress) {
    setSeen(inAddress);
    // What is typed here replaces the address, which may lag behind fast typing; another way here asks something else.
    if (wayHere !== NavigationType.Replace) change(questionOf(params));
  }
  const asked = paramsOf(question).toString();
  useEffect(() => {
    const timer = setTimeout(() => setParams(asked, { replace: true }), 200);
    return () => clearTimeout(timer);
  }, [asked, setParams]);

  const onOpen = (entry: Entry): void => {
    if (entry.kind === 'hit') open(entry.hit);
    else if (entry.kind === 'more') change({ kind: entry.of });
  };
  return (
    <Page width="reading" header={<PageHeader title={t('title')} />}>
      <SearchPanel
        question={question}
        onChange={change}
        answer={answer}
        isCurrent={isCurrent}
        groups={groups}
        onOpen={onOpen}
      />
    </Page>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { SearchHit } from '@shared/ipc/app-channels';
import { useAsk } from '../../lib/ipc';
import { pathOf } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { HitList, optionId } from './hit-list';
import classes from './search.module.css';

const nothing: readonly SearchHit[] = [];
const listId = 'search-results';

/** One box that searches everything; arrow keys choose a result, Enter opens it at its place. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const { key, search } = useLocation();
  const [params, setParams] = useSearchParams();
  // The box is this screen's own: the address follows it, and may lag behind fast typing.
  const [text, setText] = useState(params.get('q') ?? '');
  const [wanted] = useDebouncedValue(text.trim().slice(0, 200), 120);
  const answer = useAsk('search:all', { text: wanted }, { enabled: wanted !== '', keepPrevious: true });
  const hits = wanted === '' ? nothing : (answer.data ?? nothing);
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, hits.length - 1);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // Ctrl+K on this very screen comes back here and searches for something else.
    if (search === '') box.current?.select();
  }, [key, search]);
  const inAddress = useRef(wanted);
  useEffect(() => {
    if (inAddress.current === wanted) return;
    inAddress.current = wanted;
    setParams(wanted === '' ? {} : { q: wanted }, { replace: true });
  }, [wanted, setParams]);

  const open = (hit: SearchHit | undefined): void => {
    const path = hit === undefined ? null : pathOf(hit);
    if (path !== null) void navigate(path);
  };
  const results = useMemo(() => groupByType(hits), [hits]);

  return (
    <Page width="reading" header={<PageHeader title={t('title')} />}>
      <TextInput
        ref={box}
        size="md"
        type="search"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? optionId(chosen) : undefined}
        aria-autocomplete="list"
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        value={text}
        maxLength={200}
        autoFocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            const next = Math.max(0, Math.min(hits.length - 1, chosen + step));
            setAt(next);
            document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            open(hits[chosen]);
          }
        }}
      />
      <Text size="xs" c="dimmed" role="status" className={classes.count}>
        {wanted === '' || answer.isPending ? '' : t('count', { count: hits.length })}
      </Text>
      {wanted === '' && <EmptyState icon={IconSearch} title={t('hint')} message={t('hintMessage')} />}
      {wanted !== '' && answer.isSuccess && hits.length === 0 && (
        <EmptyState icon={IconSearchOff} title={t('nothing', { text: wanted })} message={t('nothingMessage')} />
      )}
      {hits.length > 0 && (
        <HitList id={listId} label={t('results')} groups={results} chosen={chosen} onChoose={setAt} onOpen={open} />
      )}
    </Page>
  );
}

/** The hits with their place in the whole list, kind by kind, in the order in which main gives them. */
function groupByType(hits: readonly SearchHit[]) {
  const groups = new Map<SearchHit['type'], { readonly hit: SearchHit; readonly index: number }[]>();
  hits.forEach((hit, index) => {
    const group = groups.get(hit.type) ?? [];
    group.push({ hit, index });
    groups.set(hit.type, group);
  });
  return [...groups].map(([type, entries]) => ({ type, entries }));
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './documents.module.css';
import type { Zoom } from './zoom';

interface PreviewToolbarProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zoom: Zoom;
  readonly factor: number;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onStep: (direction: 'in' | 'out') => void;
  readonly children: ReactNode;
}

/** Above the pages: which one is shown, how large, and what can be done with them. */
export function PreviewToolbar(props: PreviewToolbarProps) {
  const { page, pages, onPage, zoom, factor, onZoom, onStep, children } = props;
  const { t } = useTranslation('documents');
  const percent = t('preview.percent', { percent: Math.round(factor * 100) });
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('preview.toolbar')}>
      <Group gap={4} wrap="nowrap">
        <IconButton label={t('preview.previous')} isDisabled={page === 0} onClick={() => onPage(page - 1)}>
          <IconChevronUp size={16} stroke={1.6} />
        </IconButton>
        <IconButton label={t('preview.next')} isDisabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
          <IconChevronDown size={16} stroke={1.6} />
        </IconButton>
        <PageBox key={page} page={page} pages={pages} onPage={onPage} />
        <Text size="xs" c="dimmed" className={classes.of}>
          {t('preview.of', { count: pages })}
        </Text>
        <span className={classes.divider} />
        <IconButton label={t('preview.zoomOut')} onClick={() => onStep('out')}>
          <IconZoomOut size={16} stroke={1.6} />
        </IconButton>
        <Text size="xs" c="dimmed" className={classes.percent} role="status">
          {percent}
        </Text>
        <IconButton label={t('preview.zoomIn')} onClick={() => onStep('in')}>
          <IconZoomIn size={16} stroke={1.6} />
        </IconButton>
        <Button
          variant={zoom === 'fit' ? 'light' : 'subtle'}
          size="compact-sm"
          aria-pressed={zoom === 'fit'}
          onClick={() => onZoom('fit')}
        >
          {t('preview.fit')}
        </Button>
        <Button
          variant={zoom === 1 ? 'light' : 'subtle'}
          size="compact-sm"
          aria-pressed={zoom === 1}
          onClick={() => onZoom(1)}
        >
          {t('preview.actual')}
        </Button>
      </Group>
      {children}
    </div>
  );
}

function PageBox({ page, pages, onPage }: Pick<PreviewToolbarProps, 'page' | 'pages' | 'onPage'>) {
  const { t } = useTranslation('documents');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={t('preview.goTo')}
      className={classes.pageBox}
      size="xs"
      inputMode="numeric"
      value={typed ?? String(page + 1)}
      onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed === null || typed === '') return;
        setTyped(null);
        onPage(Math.min(pages, Number(typed)) - 1);
      }}
    />
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, isDisabled = false, onClick, children }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

import { useMemo } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { lockNow } from '@renderer/features/lock';
import type { Command } from '@renderer/features/search';
import { colourSchemes } from '@shared/ipc/app-channels';
import { goToWords } from '../../lib/found-words';
import { useAsk, useDo, useRefresh } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useShownShortcuts } from '../../lib/shortcuts';

/** What can be done from the search box: what has a key on this screen, the other places, and each part of the settings. */
export function useCommands(): readonly Command[] {
  const { t } = useTranslation(['shell', 'settings', 'lock', 'sync', 'travel', 'search']);
  const navigate = useNavigate();
  const shortcuts = useShownShortcuts();
  const { setColorScheme } = useMantineColorScheme();
  const { run: update } = useDo('settings:update');
  const refresh = useRefresh();
  const isProtected = useAsk('vault:status', {}).data?.isSet === true;
  return useMemo(() => {
    const byKey = shortcuts
      // These open the box itself and the lists of keys, or are given below.
      .filter(({ keys }) => !['mod+k', 'mod+l', 'mod+/'].includes(keys))
      .map(({ keys, label, run }) => ({
        id: keys,
        label,
        keys,
        run: () => run(new KeyboardEvent('keydown')),
      }));
    const sections = [
      t('settings:appearance.title'),
      t('settings:you.title'),
      t('sync:title'),
      t('lock:settings.title'),
      t('settings:data.title'),
      t('settings:backups.title'),
      t('travel:title'),
      t('settings:about.title'),
    ];
    const named: Command[] = [
      ...byKey,
      {
        id: 'trash',
        label: t('shell:shortcuts.goTo', { place: t('shell:places.trash') }),
        run: () => void navigate(paths.trash),
      },
      ...sections.map((section) => ({
        id: `settings-${section}`,
        label: t('search:setting', { section }),
        run: () => goToWords(navigate, paths.settings, section),
      })),
      ...colourSchemes.map((colourScheme) => ({
        id: `colours-${colourScheme}`,
        label: t('search:colours', { scheme: t(`settings:appearance.${colourScheme}`) }),
        run: () => {
          setColorScheme(colourScheme);
          void update({ colourScheme }).then(() => refresh('settings:get'));
        },
      })),
      ...(isProtected
        ? [{ id: 'lock', label: t('shell:shortcuts.lock'), keys: 'mod+l', run: () => void lockNow() }]
        : []),
    ];
    // Two keys for one thing are one line.
    return [...new Map(named.map((command) => [command.label, command])).values()];
  }, [shortcuts, t, navigate, setColorScheme, update, refresh, isProtected]);
}

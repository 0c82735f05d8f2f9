import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts';

/** Lists the keys of a file for the sheet of shortcuts. They work on the file that is in focus, which hears them itself. */
export function useFileKeys(hasReport: boolean): void {
  const { t } = useTranslation(['files', 'actions']);
  const run = (): void => undefined;
  const keys = [
    { keys: 'alt+ArrowUp', label: t('actions:moveUp'), run },
    { keys: 'alt+ArrowDown', label: t('actions:moveDown'), run },
  ];
  useShortcuts(hasReport ? [...keys, { keys: 'alt+r', label: t('files:inReportKey'), run }] : keys);
}

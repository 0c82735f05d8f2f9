import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppEvent } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';

/** Lets Ctrl+P, and Print in the menu, lead to the documents from any part of a trip's page; their own part saves by it. */
export function usePrintKey(tripId: string, areDocumentsShown: boolean): void {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const print = (): void => void navigate(paths.trip(tripId, 'documents'));
  useShortcuts(areDocumentsShown ? [] : [{ keys: 'mod+p', label: t('print'), run: print }]);
  useAppEvent('menu', ({ command }) => {
    if (command === 'print-report' && !areDocumentsShown) print();
  });
}

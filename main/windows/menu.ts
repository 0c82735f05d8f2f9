import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '@shared/ipc/events';
import type { Say, WordKey } from '../words';

type MenuWord = WordKey<'menu'>;

/**
 * The application menu. Keys that the page itself listens to are shown here but not taken (`registerAccelerator`), so
 * that a key pressed in a text field means what it means there: Ctrl+Z takes back a letter, not a trip.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  say: Say<'menu'>,
  send: (command: MenuCommand) => void,
  showFolder: () => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const command = (word: MenuWord, what: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: say(word),
    click: () => {
      send(what);
    },
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = command('settings', 'go-settings', 'CmdOrCtrl+,');

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: say('about') },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit', label: say('quit') },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: say('file'),
    submenu: [
      command('newTrip', 'new-trip', 'CmdOrCtrl+Shift+N'),
      command('newFollowUp', 'new-follow-up', 'CmdOrCtrl+Shift+F'),
      command('newPerson', 'new-person', 'CmdOrCtrl+Shift+P'),
      command('newOrganisation', 'new-organisation', 'CmdOrCtrl+Shift+O'),
      command('capturePerson', 'capture-person', 'F9'),
      separator,
      command('printReport', 'print-report', 'CmdOrCtrl+P'),
      separator,
      command('lock', 'lock', 'CmdOrCtrl+L'),
      separator,
      ...(isMac
        ? [{ role: 'close' as const, label: say('close') }]
        : [settings, separator, { role: 'quit' as const, label: say('quit') }]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: say('edit'),
    submenu: [
      command('undo', 'undo', 'CmdOrCtrl+Z'),
      command('redo', 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
      separator,
      { role: 'cut', label: say('cut') },
      { role: 'copy', label: say('copy') },
      { role: 'paste', label: say('paste') },
      { role: 'pasteAndMatchStyle', label: say('pasteAsText') },
      { role: 'selectAll', label: say('selectAll') },
      separator,
      command('find', 'find', 'CmdOrCtrl+K'),
      command('trash', 'go-trash'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: say('view'),
    submenu: [
      { role: 'resetZoom', label: say('actualSize') },
      { role: 'zoomIn', label: say('zoomIn') },
      { role: 'zoomOut', label: say('zoomOut') },
      separator,
      { role: 'togglefullscreen', label: say('fullScreen') },
    ],
  };
  const go: MenuItemConstructorOptions = {
    label: say('go'),
    submenu: [
      command('meetingNow', 'meeting-now', 'F8'),
      separator,
      command('today', 'go-today', 'CmdOrCtrl+1'),
      command('trips', 'go-trips', 'CmdOrCtrl+2'),
      command('organisations', 'go-organisations', 'CmdOrCtrl+3'),
      command('people', 'go-people', 'CmdOrCtrl+4'),
      command('followUps', 'go-follow-ups', 'CmdOrCtrl+5'),
      command('search', 'go-search', 'CmdOrCtrl+6'),
    ],
  };
  const window: MenuItemConstructorOptions = {
    role: 'windowMenu',
    label: say('window'),
    submenu: [{ role: 'minimize', label: say('minimise') }, ...(isMac ? [{ role: 'zoom' as const }] : [])],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: say('help'),
    submenu: [
      command('keyboardShortcuts', 'keyboard-shortcuts', 'CmdOrCtrl+/'),
      {
        label: say('showDataFolder'),
        click: () => {
          showFolder();
        },
      },
    ],
  };
  return [...(isMac ? [appMenu] : []), file, edit, view, go, window, help];
}

import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { notifyUndoable } from '@renderer/lib/notices';
import { useShortcuts } from '@renderer/lib/shortcuts';
import { failed } from '@shared/result';
import { installBridge } from '../../../builders/fake-bridge';
import { renderScreen } from '../../../builders/render-screen';

function Keys({ onNew, onFind }: { readonly onNew: () => void; readonly onFind: () => void }) {
  useShortcuts([
    { keys: 'n', label: 'New', run: onNew },
    { keys: 'mod+k', label: 'Find', run: onFind },
  ]);
  return <input aria-label="Name" />;
}

describe('shortcuts', () => {
  it('work by a single key outside a text field only', () => {
    installBridge();
    const onNew = jest.fn();
    renderScreen(<Keys onNew={onNew} onFind={jest.fn()} />);
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'n' });
    expect(onNew).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(onNew).toHaveBeenCalledTimes(1);
  });

  it('work with Ctrl in a text field too', () => {
    installBridge();
    const onFind = jest.fn();
    renderScreen(<Keys onNew={jest.fn()} onFind={onFind} />);
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'k', ctrlKey: true });
    expect(onFind).toHaveBeenCalledTimes(1);
  });

  it('wait while a form or a question lies over the screen', () => {
    installBridge();
    const onNew = jest.fn();
    const onFind = jest.fn();
    renderScreen(
      <>
        <Keys onNew={onNew} onFind={onFind} />
        <div role="dialog" aria-modal="true" aria-label="Question" />
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'n' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(onNew).not.toHaveBeenCalled();
    expect(onFind).not.toHaveBeenCalled();
  });

  it('are heard over a form when they take care of what is typed in it', () => {
    installBridge();
    const onMeeting = jest.fn();
    function MeetingKey() {
      useShortcuts([{ keys: 'F8', label: 'Meeting', isHeardOverDialogs: true, run: onMeeting }]);
      return <div role="dialog" aria-modal="true" aria-label="Form" />;
    }
    renderScreen(<MeetingKey />);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'F8', isComposing: true });
    expect(onMeeting).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'F8' });
    expect(onMeeting).toHaveBeenCalledTimes(1);
  });

  it('want exactly the keys that they name', () => {
    installBridge();
    const onNew = jest.fn();
    const onFind = jest.fn();
    renderScreen(<Keys onNew={onNew} onFind={onFind} />);
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'K', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(document.body, { key: 'n', altKey: true });
    expect(onNew).not.toHaveBeenCalled();
    expect(onFind).not.toHaveBeenCalled();
  });
});

describe('Ctrl+Z', () => {
  const answers = {
    'history:undo': () => ({ verb: 'update', type: 'trip' }),
    'history:redo': () => ({ verb: 'update', type: 'trip' }),
  };

  it('takes back the last change, and Ctrl+Shift+Z and Ctrl+Y do it again', async () => {
    const fake = installBridge({ answers });
    renderScreen(<p>Nothing</p>);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await screen.findByText('Undone');
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true });
    await screen.findByText('Done again');
    expect(fake.callsOf('history:undo')).toHaveLength(1);
    expect(fake.callsOf('history:redo')).toHaveLength(2);
  });

  it('is the text field’s own while one has the focus', () => {
    const fake = installBridge({ answers });
    renderScreen(<input aria-label="Name" />);
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'z', ctrlKey: true });
    expect(fake.callsOf('history:undo')).toHaveLength(0);
  });

  it('says so when there is nothing to take back', async () => {
    installBridge({ answers: { 'history:undo': () => failed({ code: 'nothing-to-undo' }) } });
    renderScreen(<p>Nothing</p>);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await screen.findByText('There is nothing to undo');
  });

  it('is heard from the menu too', async () => {
    const fake = installBridge({ answers });
    renderScreen(<p>Nothing</p>);
    act(() => fake.tell({ kind: 'menu', command: 'undo' }));
    await screen.findByText('Undone');
  });
});

describe('the offer to undo', () => {
  const answers = { 'history:undo': () => ({ verb: 'trash', type: 'trip' }) };

  it('undoes with its button', async () => {
    const fake = installBridge({ answers });
    renderScreen(<p>Nothing</p>);
    act(() => notifyUndoable('The trip is in the Trash'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('Undone');
    expect(fake.callsOf('history:undo')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText('The trip is in the Trash')).toBeNull());
  });

  it('is withdrawn when something else changes, which its button would take back', async () => {
    const fake = installBridge({ answers });
    renderScreen(<p>Nothing</p>);
    act(() => notifyUndoable('The trip is in the Trash'));
    await screen.findByText('The trip is in the Trash');
    await waitFor(() => {
      act(() => fake.tell({ kind: 'changed', types: ['note'] }));
      expect(screen.queryByText('The trip is in the Trash')).toBeNull();
    });
  });
});

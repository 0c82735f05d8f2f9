import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { installBridge } from '../../../builders/fake-bridge';
import { renderScreen } from '../../../builders/render-screen';

describe('a key while an input method composes', () => {
  it.each([
    ['during the composition', { key: 'Enter', isComposing: true }],
    ['that begins it', { key: 'Process', keyCode: 229 }],
  ])('%s reaches nothing in the window', (_, key) => {
    installBridge();
    const onKeyDown = jest.fn();
    renderScreen(<input aria-label="Name" onKeyDown={onKeyDown} />);
    expect(fireEvent.keyDown(screen.getByLabelText('Name'), key)).toBe(true);
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  it('reaches the field again afterwards', () => {
    installBridge();
    const onKeyDown = jest.fn();
    renderScreen(<input aria-label="Name" onKeyDown={onKeyDown} />);
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Enter', keyCode: 13 });
    expect(onKeyDown).toHaveBeenCalledTimes(1);
  });
});

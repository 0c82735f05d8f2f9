import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { LastPlace } from '@renderer/app/shell/last-place';
import { installBridge } from '../../../builders/fake-bridge';
import { renderScreen } from '../../../builders/render-screen';

const screens = (
  <Routes>
    <Route index element={<LastPlace />} />
    <Route path="*" element={<p>A screen</p>} />
  </Routes>
);

describe('the window', () => {
  it('opens where it was last open', () => {
    installBridge();
    renderScreen(screens, { places: { 'last-place': '/people' } });
    expect(screen.getByLabelText('address').textContent).toBe('/people');
  });

  it('opens at Today the first time', () => {
    installBridge();
    renderScreen(screens);
    expect(screen.getByLabelText('address').textContent).toBe('/today');
  });
});

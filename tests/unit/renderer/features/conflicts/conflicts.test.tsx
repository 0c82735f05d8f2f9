import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { ConflictNotice, ConflictsPage } from '@renderer/features/conflicts';
import type { ConflictDifference, ConflictLook, ConflictShown, SettledConflict } from '@shared/ipc/sync-channels';
import { failed, success } from '@shared/result';
import { installBridge } from '../../../../builders/fake-bridge';
import type { FakeBridge } from '../../../../builders/fake-bridge';
import { aRecord, english, instant, nextId } from '../../../../builders/records';
import { renderScreen } from '../../../../builders/render-screen';

Element.prototype.scrollIntoView = () => undefined;

const organisation = aRecord('organisation', { legalName: english('Yunshen (sample)') });
const chan = 'Chan Tai-man (sample)';
const wong = 'Wong Mei-ling (sample)';
const blockId = nextId();

const difference = (path: string, one: ConflictDifference['one'], other: ConflictDifference['other']) =>
  ({ path, base: null, one, other, stretches: null, canBeBoth: false, canBeAnew: false }) satisfies ConflictDifference;
const size: ConflictDifference = {
  ...difference('size', '1,200 staff', '900 staff'),
  canBeBoth: true,
  canBeAnew: true,
};
const look = (differences: ConflictDifference[], more: Partial<ConflictLook> = {}): ConflictLook => ({
  type: 'organisation',
  id: organisation.id,
  title: 'Yunshen (sample)',
  one: { revision: 'a', by: wong, isMine: false, at: instant('2026-03-01T02:00:00.000Z') },
  other: { revision: 'b', by: chan, isMine: true, at: instant('2026-03-01T12:00:00.000Z') },
  more: 0,
  differences,
  names: {},
  ...more,
});
const listed: ConflictShown = {
  type: 'organisation',
  id: organisation.id,
  title: 'Yunshen (sample)',
  place: '',
  writers: [wong, chan],
  at: instant('2026-03-01T02:00:00.000Z'),
};

interface Given {
  readonly looks: readonly ConflictLook[];
  readonly settle?: () => ReturnType<typeof success<{ settlement: string }>> | ReturnType<typeof failed>;
  readonly settled?: readonly SettledConflict[];
}

/** Main with conflicts that go once they are settled, and come back when that is taken back. */
function install({ looks, settle, settled = [] }: Given): FakeBridge {
  const open = new Map(looks.map((each) => [each.id, each]));
  let last = looks[0];
  return installBridge({
    records: [organisation],
    answers: {
      'conflicts:list': () => [...open.values()].map(({ type, id, title }) => ({ ...listed, type, id, title })),
      'conflicts:look': ({ id }) => open.get(id) ?? null,
      'conflicts:settle': ({ id }) => {
        const answer = settle?.() ?? success({ settlement: nextId() });
        if (answer.ok) {
          last = open.get(id);
          open.delete(id);
        }
        return answer;
      },
      'conflicts:take-back': () => {
        if (last) open.set(last.id, last);
      },
      'conflicts:settled': () => [...settled],
    },
  });
}

function show(at = '/conflicts'): void {
  renderScreen(
    <Routes>
      <Route path="conflicts/:type?/:id?" element={<ConflictsPage />} />
    </Routes>,
    { at },
  );
}

const card = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('article', { name });
const press = (key: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
};
const choicesTold = (bridge: FakeBridge): unknown =>
  (bridge.callsOf('conflicts:settle').at(-1) as { choices: unknown } | undefined)?.choices;

describe('the screen of what two people wrote differently', () => {
  it('says that nothing waits when nothing does', async () => {
    install({ looks: [] });
    show();
    expect(await screen.findByRole('heading', { name: 'Nothing to settle' })).toBeTruthy();
  });

  it('shows both sides, one’s own at the left, with who wrote them, when, and the doubt about the clock', async () => {
    install({ looks: [look([size])] });
    show();
    const mine = await screen.findByRole('region', { name: 'Yours' });
    expect(mine.textContent).toContain(chan);
    expect(mine.textContent).toContain('by that laptop’s clock');
    const sides = (await card(/^Size/)).textContent ?? '';
    expect(sides.indexOf('900')).toBeLessThan(sides.indexOf('1,200'));
    expect(sides).toContain('different:');
  });

  it('settles by keys alone: mine with 1, then Enter', async () => {
    const bridge = install({ looks: [look([size])] });
    show();
    await card(/^Size/);
    press('1');
    expect(await screen.findByText('1 of 1 chosen')).toBeTruthy();
    press('Enter');
    await waitFor(() => expect(choicesTold(bridge)).toEqual([{ path: 'size', choice: 'other', anew: null }]));
    expect(bridge.callsOf('conflicts:settle')[0]).toMatchObject({ seen: ['a', 'b'] });
    expect(await screen.findByRole('heading', { name: 'Nothing to settle' })).toBeTruthy();
  });

  it('settles nothing while something is not chosen, and goes there instead', async () => {
    const bridge = install({ looks: [look([size, difference('tier', 'key', 'watch')])] });
    show();
    await card(/^Size/);
    press('2');
    press('k');
    press('Enter');
    await waitFor(async () => expect((await card(/^Tier/)).getAttribute('aria-current')).toBe('true'));
    expect(bridge.callsOf('conflicts:settle')).toEqual([]);
    expect(screen.getByRole('button', { name: 'Settle' })).toHaveProperty('disabled', true);
  });

  it('goes from difference to difference by J and K and the arrow keys', async () => {
    install({ looks: [look([size, difference('tier', 'key', 'watch')])] });
    show();
    await card(/^Size/);
    const isCurrent = async (name: RegExp): Promise<void> =>
      waitFor(async () => expect((await card(name)).getAttribute('aria-current')).toBe('true'));
    for (const [key, name] of [
      ['j', /^Tier/],
      ['k', /^Size/],
      ['ArrowDown', /^Tier/],
      ['ArrowUp', /^Size/],
    ] as const) {
      press(key);
      await isCurrent(name);
    }
  });

  it('offers to write anew from both texts; digits typed there are text, Ctrl+Enter settles', async () => {
    const bridge = install({ looks: [look([size])] });
    show();
    await card(/^Size/);
    press('4');
    const box = await screen.findByRole('textbox', { name: 'What it is to say: Size' });
    expect(box).toHaveProperty('value', '1,200 staff\n900 staff');
    await waitFor(() => expect(document.activeElement).toBe(box));
    press('1');
    fireEvent.change(box, { target: { value: '1,000 staff' } });
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(choicesTold(bridge)).toEqual([{ path: 'size', choice: 'anew', anew: '1,000 staff' }]));
  });

  it('takes no key during the composition of an input method', async () => {
    install({ looks: [look([size])] });
    show();
    await card(/^Size/);
    press('1', { isComposing: true });
    press('2', { keyCode: 229 });
    expect(screen.getByText('0 of 1 chosen')).toBeTruthy();
  });

  it('settles a note passage by passage and puts the text together', async () => {
    const note: ConflictDifference = {
      ...difference(`blocks/${blockId}/markdown`, 'x', 'y'),
      canBeBoth: true,
      canBeAnew: true,
      stretches: [
        { kind: 'agreed', lines: ['談了上市'] },
        { kind: 'disputed', base: [], one: ['agreed at 45'], other: ['NOT agreed'] },
        { kind: 'agreed', lines: ['tea'] },
        { kind: 'disputed', base: [], one: ['they left'], other: ['we left'] },
      ],
    };
    const bridge = install({ looks: [look([note], { type: 'note' })] });
    show();
    await screen.findAllByText(/passage 1 of 2/);
    press('1');
    press('3');
    press('Enter');
    await waitFor(() =>
      expect(choicesTold(bridge)).toEqual([
        { path: note.path, choice: 'anew', anew: '談了上市\nNOT agreed\ntea\nthey left\nwe left' },
      ]),
    );
  });

  it('says values in plain words: terms, days, names, the Trash and nothing', async () => {
    const friend = aRecord('organisation', { legalName: english('Parent (sample)') });
    const given = [
      difference('tier', 'key', 'watch'),
      difference('parentId', friend.id, null),
      difference('deletedAt', instant('2026-03-01T12:00:00.000Z'), null),
      difference('sectors', ['fintech', 'other'], []),
    ];
    install({ looks: [look(given, { names: { [friend.id]: 'Parent (sample)' } })] });
    show();
    expect((await card(/^Tier/)).textContent).toMatch(/Watch.*Key/);
    expect((await card(/^Parent/)).textContent).toMatch(/nothing.*Parent \(sample\)/);
    expect((await card(/^Trash/)).textContent).toMatch(/kept, not in the Trash.*in the Trash since 1 Mar 2026/);
    expect((await card(/^Sectors/)).textContent).toContain('Fintech\nOther');
  });

  it('chooses one side everywhere at once', async () => {
    const bridge = install({ looks: [look([size, difference('tier', 'key', 'watch')])] });
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'All theirs' }));
    fireEvent.click(screen.getByRole('button', { name: 'Settle' }));
    await waitFor(() =>
      expect(choicesTold(bridge)).toEqual([
        { path: 'size', choice: 'one', anew: null },
        { path: 'tier', choice: 'one', anew: null },
      ]),
    );
  });

  it('offers no “both”, and nothing to write, where only one of two can be', async () => {
    install({ looks: [look([{ ...difference('tier', 'key', 'watch'), canBeAnew: true }])] });
    show();
    const tier = await card(/^Tier/);
    expect(within(tier).queryByRole('button', { name: 'Both' })).toBeNull();
    expect(within(tier).queryByRole('button', { name: 'Write it anew' })).toBeNull();
    press('3');
    press('4');
    expect(screen.getByText('0 of 1 chosen')).toBeTruthy();
  });

  it('goes on to the next record, and takes the settlement back when asked', async () => {
    const other = look([size], { id: nextId(), title: 'Second (sample)' });
    const bridge = install({ looks: [look([size]), other] });
    show();
    await card(/^Size/);
    press('1');
    press('Enter');
    expect(await screen.findByRole('heading', { level: 2, name: 'Second (sample)' })).toBeTruthy();
    press('u');
    expect(await screen.findByRole('heading', { level: 2, name: 'Yunshen (sample)' })).toBeTruthy();
    expect(bridge.callsOf('conflicts:take-back')).toHaveLength(1);
  });

  it('says that it was changed again, and keeps what was written', async () => {
    const bridge = install({
      looks: [look([size])],
      settle: () => failed({ code: 'changed-meanwhile', type: 'organisation', id: organisation.id }),
    });
    show();
    await card(/^Size/);
    press('4');
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'my words' } });
    press('Enter', { ctrlKey: true });
    expect((await screen.findByRole('alert')).textContent).toContain('It was changed again');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'my words');
    expect(bridge.callsOf('conflicts:look').length).toBeGreaterThan(1);
  });

  it('draws sixty differences, each with its place', async () => {
    const many = Array.from({ length: 60 }, (_, nth) => difference(`fromNewer${nth}`, 'a', 'b'));
    install({ looks: [look(many)] });
    show();
    expect(await card(/60 of 60$/)).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(60);
  });

  it('keeps a history of what was settled: both texts, who chose which', async () => {
    const settled: SettledConflict = {
      id: nextId(),
      type: 'organisation',
      recordId: organisation.id,
      title: 'Yunshen (sample)',
      path: 'size',
      one: '1,200 staff',
      other: '900 staff',
      choice: 'theirs',
      by: chan,
      at: instant('2026-03-02T01:00:00.000Z'),
    };
    install({ looks: [], settled: [settled] });
    show();
    fireEvent.click(await screen.findByRole('tab', { name: 'Settled' }));
    const told = (await card('Yunshen (sample), Size')).textContent ?? '';
    expect(told).toMatch(/1,200.*Not kept.*900.*Kept$/);
    expect(told).toContain(chan);
  });
});

describe('the notice on a record’s own page', () => {
  it('is there while the record, or a note about it, says two things, and leads there', async () => {
    const note = aRecord('note', { organisationId: organisation.id });
    installBridge({
      records: [organisation, note],
      answers: { 'conflicts:list': () => [{ ...listed, type: 'note', id: note.id }] },
    });
    renderScreen(<ConflictNotice type="organisation" id={organisation.id} />);
    expect(await screen.findByText('Two people wrote different things here')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'Look and settle' }));
    expect(screen.getByLabelText('address').textContent).toBe(`/conflicts/note/${note.id}`);
  });

  it('is not there otherwise', async () => {
    const bridge = installBridge({ answers: { 'conflicts:list': () => [listed] } });
    renderScreen(<ConflictNotice type="trip" id={nextId()} />);
    await waitFor(() => expect(bridge.callsOf('conflicts:list')).toHaveLength(1));
    expect(screen.queryByText('Two people wrote different things here')).toBeNull();
  });
});

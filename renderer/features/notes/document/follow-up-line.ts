import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { FollowUpRecords } from './follow-up-records';

/** A paragraph on the screen; that of a follow-up has a box to tick, and its owner and day at its end. */
export class FollowUpLine implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: Node;
  readonly #isFollowUp: boolean;
  readonly #signsOf: (attrs: Node['attrs']) => Record<string, string>;
  readonly #records: FollowUpRecords | null;
  readonly #box = document.createElement('input');
  readonly #detail = document.createElement('span');
  readonly #stop: () => void = () => undefined;

  constructor(node: Node, signsOf: (attrs: Node['attrs']) => Record<string, string>, records: FollowUpRecords | null) {
    this.#node = node;
    this.#signsOf = signsOf;
    this.#records = records;
    this.#isFollowUp = node.attrs['marker'] === 'follow-up';
    if (this.#isFollowUp) {
      this.dom = document.createElement('div');
      this.contentDOM = document.createElement('p');
      this.#box.type = 'checkbox';
      this.#box.contentEditable = 'false';
      this.#box.addEventListener('mousedown', (event) => event.preventDefault());
      this.#box.addEventListener('click', (event) => {
        // The record says whether it is ticked: the box follows when that has changed.
        event.preventDefault();
        this.#records?.find(this.#node.attrs['anchor'])?.tick();
      });
      this.#detail.contentEditable = 'false';
      this.#detail.dataset['detail'] = '';
      this.dom.append(this.#box, this.contentDOM, this.#detail);
      if (records) this.#stop = records.subscribe(() => this.#showRecord());
    } else {
      this.dom = document.createElement('p');
      this.contentDOM = this.dom;
    }
    this.#showSigns();
    this.#showRecord();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || (node.attrs['marker'] === 'follow-up') !== this.#isFollowUp) return false;
    const isSame = node.attrs === this.#node.attrs;
    this.#node = node;
    if (isSame) return true;
    this.#showSigns();
    this.#showRecord();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false;
    return mutation.target !== this.contentDOM && !this.contentDOM.contains(mutation.target);
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#box;
  }

  destroy(): void {
    this.#stop();
  }

  #showSigns(): void {
    const signs = this.#signsOf(this.#node.attrs);
    for (const name of ['data-label', 'data-marker', 'data-sensitive', 'data-anchor']) {
      const value = signs[name];
      if (value === undefined) this.dom.removeAttribute(name);
      else this.dom.setAttribute(name, value);
    }
  }

  #showRecord(): void {
    if (!this.#isFollowUp) return;
    const shown = this.#records?.find(this.#node.attrs['anchor']);
    this.#box.disabled = shown === undefined;
    // Set only when it differs: the box is redrawn by what it is set to.
    setChecked(this.#box, shown?.isDone === true);
    this.#box.setAttribute('aria-label', this.#records?.boxLabel ?? '');
    this.dom.toggleAttribute('data-done', shown?.isDone === true);
    this.#detail.textContent = shown?.detail ?? '';
  }
}

function setChecked(box: HTMLInputElement, isChecked: boolean): void {
  // A click that was prevented puts the box back only after its handlers; what is set meanwhile would be undone.
  queueMicrotask(() => {
    box.checked = isChecked;
  });
}

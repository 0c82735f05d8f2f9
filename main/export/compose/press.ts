import type { DocumentChoices } from '@shared/documents/choices';
import type { WrittenForm } from '@shared/domain/values';
import type { Block, Words } from '../document/blocks';
import { paragraph, section } from '../document/building';
import type { PaperDocument, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped, isBlank } from '../document/writing';
import { frame } from './frame';
import type { PressFacts } from './models/press';
import { bodyOf, headlineOf } from './press/body';
import { datedEnd } from './press/days';
import { PressWords } from './press/press-words';

/** A draft and how many places are left in it for somebody to fill in. */
export interface PressDraft {
  readonly document: PaperDocument;
  readonly placeholders: number;
}

/**
 * A draft press release in the shape that the Government gives them. In two languages it stands once after the other: a
 * release is never printed line beside line.
 */
export function composePress(voice: Voice, facts: PressFacts, choices: DocumentChoices): PressDraft {
  const forms: readonly WrittenForm[] = voice.beside === null ? [voice.form] : [voice.form, voice.beside];
  const releases = forms.map((form) => releaseIn(new PressWords(form), facts));
  return {
    document: {
      ...frame(voice, facts.about, 'press', choices.paper),
      cover: null,
      letterhead: { pictureId: null, title: voice.label('documents.press'), lines: [] },
      contents: null,
      sections: releases.map((release, at): Section =>
        section(`release-${String(at + 1)}`, release.headline, release.blocks, { startsPage: at > 0 }),
      ),
    },
    placeholders: releases.reduce((count, release) => count + release.placeholders, 0),
  };
}

interface Release {
  readonly headline: Words;
  readonly blocks: readonly Block[];
  readonly placeholders: number;
}

function releaseIn(words: PressWords, facts: PressFacts): Release {
  const headline = headlineOf(words, facts);
  const texts = [...bodyOf(words, facts), ...datedEnd(words, facts.about.today)].filter((text) => !isBlank(text));
  const usual = words.form === 'zhHans' ? 'zhHans' : 'zhHant';
  const inForm = (text: string): Words =>
    words.form === 'en'
      ? asTyped(text)
      : asTyped(text, [], usual).map((run) => ({ ...run, form: run.form === 'en' ? 'en' : usual }));
  return {
    headline: inForm(headline),
    blocks: texts.map((text) => paragraph(inForm(text))),
    placeholders: [headline, ...texts].reduce((count, text) => count + placesIn(text), 0),
  };
}

function placesIn(text: string): number {
  return text.split('【').length - 1;
}

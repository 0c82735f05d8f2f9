import type { DocumentKind } from '@shared/documents/choices';
import type { Words } from '../document/blocks';
import { plainDay, spanOfDays } from '../document/days';
import type { Cover, Letterhead, PaperDocument, PaperSize } from '../document/document';
import { printable } from '../document/printable';
import type { Voice } from '../document/voice';
import { asTyped, formsOf, joined, plain } from '../document/writing';
import type { TripInDocument } from './models/about';

/** More cities than this do not stand beside each other on a line. */
const longestRoute = 5;

/** What every document has around its sections: its name, its marking and what stands in the margins. */
export function frame(
  voice: Voice,
  about: TripInDocument,
  kind: DocumentKind,
  paper: PaperSize,
): Omit<PaperDocument, 'sections' | 'cover' | 'letterhead' | 'contents'> {
  const title = voice.plainName(about.title) || voice.word('cover.untitled');
  const reference = printable(about.reference).trim();
  const name = voice.word('fileNames.name', { title, document: voice.word(`documents.${kind}`) });
  return {
    paper,
    form: voice.form,
    name: reference === '' ? name : voice.word('fileNames.withReference', { name, reference }),
    fileName: fileNameOf(
      voice.word('fileNames.name', {
        // The kind of document stands in the name, however long the title is.
        title: fileNameOf(title, 110) || voice.word('cover.untitled'),
        document: voice.word(`documents.${kind}`),
      }),
    ),
    marking: {
      classification: about.classification,
      words: plain(voice.label(`classification.${about.classification}`)),
    },
    running: {
      reference,
      title: voice.shortName(about.title).length > 0 ? voice.shortName(about.title) : voice.label('cover.untitled'),
      foot: joined([voice.label(`documents.${kind}`), datesOf(voice, about)], '  ·  '),
      pageOf: (page, pages) => voice.word('page', { page, pages }),
    },
  };
}

/** A file name that every system takes: no separators, nothing reserved, at most so many bytes. */
export function fileNameOf(words: string, mostBytes = 200): string {
  const name = printable(words)
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return withinBytes(name, mostBytes);
}

function withinBytes(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > most) break;
    kept += character;
  }
  return kept.trimEnd();
}

export function datesOf(voice: Voice, { firstDay, lastDay }: TripInDocument): Words {
  return voice.inBoth((_say, form) => spanOfDays(firstDay, lastDay, form));
}

/** The head of the delegation with the post, on a line. */
export function headLine(voice: Voice, { head }: TripInDocument): Words {
  if (head === null) return [];
  const post = head.posts[0];
  const words = [voice.person(head), post === undefined ? [] : voice.shortName(post.title)];
  return joined([voice.label('cover.head'), joined(words, voice.word('comma'))], voice.word('colon'));
}

/** The stops of the journey in the order of travel. */
export function routeLine(voice: Voice, { cities }: TripInDocument): Words {
  return joined(
    cities.map((city) => voice.shortName(city)),
    ' → ',
  );
}

/** What stands at the head of a document of a few pages: which it is, of which trip, when, where and led by whom. */
export function letterhead(voice: Voice, about: TripInDocument, kind: DocumentKind): Letterhead {
  const dated = joined([datesOf(voice, about), asTyped(printable(about.reference).trim())], '  ·  ');
  return {
    pictureId: null,
    title: voice.label(`documents.${kind}`),
    lines: [titleOf(voice, about), dated, routeLine(voice, about), headLine(voice, about)].filter(
      (line) => line.length > 0,
    ),
  };
}

export function titleOf(voice: Voice, { title }: TripInDocument): Words {
  const words = voice.shortName(title);
  return words.length > 0 ? words : voice.label('cover.untitled');
}

/** A cover for a document of its kind; `facts` follow the dates and the head of the delegation. */
export function cover(
  voice: Voice,
  about: TripInDocument,
  kind: DocumentKind,
  { pictureId, facts = [] }: { pictureId: string | null; facts?: Cover['facts'] },
): Cover {
  const { cities, head, title } = about;
  const titles = formsOf(title, voice.order);
  return {
    kicker: voice.label(`documents.${kind}`),
    reference: printable(about.reference).trim(),
    titles: titles.length > 0 ? titles : [voice.label('cover.untitled')],
    route: cities.length > longestRoute ? [] : cities.map((city) => voice.name(city)),
    facts: [
      { label: voice.label('cover.dates'), value: datesOf(voice, about), aside: [] },
      ...(cities.length > longestRoute
        ? [{ label: voice.label('cover.cities'), value: citiesInOne(voice, about), aside: [] }]
        : []),
      ...(head === null
        ? []
        : [
            {
              label: voice.label('cover.head'),
              value: voice.person(head),
              aside: head.posts.map((post) => voice.shortName(post.title)).filter((post) => post.length > 0),
            },
          ]),
      ...facts,
      {
        label: voice.label('cover.madeOn'),
        value: voice.inBoth((_say, form) => plainDay(about.today, form)),
        aside: [],
      },
    ],
    pictureId,
  };
}

function citiesInOne(voice: Voice, { cities }: TripInDocument): Words {
  return joined(
    cities.map((city) => voice.name(city, 'one')),
    voice.word('listComma'),
  );
}

import { inflateRawSync } from 'node:zlib';
import { Packer } from 'docx';
import { documentFile } from './document-file';
import { everyBlock } from './every-block';
import type { PlacedPicture } from './pictures';
import type { WordPaper } from './word-paper';
import { packedPart, partsOfZip } from './zip';
import type { PackedPart } from './zip';

/** What a document is made in: first what opens its file, then, when its pictures lie in it, all the rest. */
export type TypesettingRequest =
  | { readonly ask: 'begin'; readonly paper: WordPaper }
  | { readonly ask: 'finish'; readonly pictures: ReadonlyMap<string, PlacedPicture> };

/** Programs tell by these, and by their coming first, what kind of file it is. */
const opening = ['[Content_Types].xml', '_rels/.rels'];
const media = 'word/media/';

/** Sets a document as the parts of a Word file. Laying out its pages for the contents takes a second for forty of them. */
export class Typesetting {
  #paper: WordPaper | undefined;

  answer(request: TypesettingRequest): Promise<PackedPart[]> {
    return request.ask === 'begin' ? this.#begin(request.paper) : this.#finish(request.pictures);
  }

  async #begin(paper: WordPaper): Promise<PackedPart[]> {
    this.#paper = paper;
    const parts = await partsOf(bare(paper), new Map());
    return opening.flatMap((first) => parts.filter(({ name }) => name === first));
  }

  async #finish(pictures: ReadonlyMap<string, PlacedPicture>): Promise<PackedPart[]> {
    if (this.#paper === undefined) throw new Error('No document has been begun.');
    const parts = await partsOf(this.#paper, pictures);
    const namesOf = new Map(
      parts.filter(({ name }) => name.startsWith(media)).map((part) => [part.name.slice(media.length), textOf(part)]),
    );
    const others = parts.filter(({ name }) => !name.startsWith(media) && !opening.includes(name));
    return Promise.all(others.map(async (part) => (part.name.endsWith('.rels') ? leadingTo(part, namesOf) : part)));
  }
}

async function partsOf(paper: WordPaper, pictures: ReadonlyMap<string, PlacedPicture>): Promise<PackedPart[]> {
  return partsOfZip(await Packer.toBuffer(documentFile(paper, pictures)));
}

/** A document with the same files in it, and nearly nothing to lay out: heads, feet and charts are files of their own. */
function bare(paper: WordPaper): WordPaper {
  const charts = paper.sections.flatMap(({ blocks }) => everyBlock(blocks)).filter(({ kind }) => kind === 'chart');
  const section = { id: 'charts', title: [], lead: null, blocks: charts, entries: [] };
  return { ...paper, contents: null, sections: [{ ...section, isNumbered: false, startsPage: false }] };
}

/** Relationships name the pictures by the names under which they lie in the file. */
async function leadingTo(part: PackedPart, namesOf: ReadonlyMap<string, string>): Promise<PackedPart> {
  if (namesOf.size === 0) return part;
  const xml = textOf(part).replace(/(?<=Target="media\/)[^"]+(?=")/g, (own) => namesOf.get(own) ?? own);
  return packedPart(part.name, Buffer.from(xml));
}

function textOf({ method, packed }: PackedPart): string {
  return Buffer.from(method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}

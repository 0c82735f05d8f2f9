import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { gatherReport } from '@main/services/documents/gather/report';
import { DocumentSources } from '@main/services/documents/sources';
import { Voice } from '@main/export/document/voice';
import { composeOwn } from '@main/export/templates/compose-own';
import type { Reader } from '@main/storage/store';
import { usualChoices } from '@shared/documents/choices';
import { templateFields } from '@shared/documents/template-fields';
import type { TemplateScope } from '@shared/documents/template-fields';
import type { RecordType } from '@shared/domain/records';
import { aRecord, day } from '../../../../builders/records';
import { aReader, aVisit } from '../../../../builders/report-trip';

const today = day('2026-03-02');
const { trip, records: visit } = aVisit();
const meeting = visit.find((record) => record.type === 'meeting');
const records = [
  ...visit,
  aRecord('attachment', {
    sha256: 'a'.repeat(64),
    name: 'Group.jpg',
    mime: 'image/jpeg',
    size: 1,
    tripId: trip.id,
    isInReport: true,
    caption: 'The delegation',
  }),
  aRecord('attachment', {
    sha256: 'b'.repeat(64),
    name: 'Hall.jpg',
    mime: 'image/jpeg',
    size: 1,
    meetingId: meeting?.id ?? null,
    isInReport: true,
    caption: 'The hall',
  }),
  aRecord('attachment', {
    sha256: 'c'.repeat(64),
    name: 'Plan.pdf',
    mime: 'application/pdf',
    size: 1,
    tripId: trip.id,
    isInReport: true,
  }),
];

function templateOf(markdown: string) {
  return aRecord('document-template', { name: 'Own', markdown });
}

/** The document by this template, and the kinds of record that were read for it apart from the trip's frame. */
function made(markdown: string) {
  const template = templateOf(markdown);
  const reader = aReader([...records, template]);
  const read = new Map<RecordType, number>();
  const counted: Reader = {
    ...reader,
    all: (type) => {
      read.set(type, (read.get(type) ?? 0) + 1);
      return reader.all(type);
    },
    naming: (type, field, id) => {
      read.set(type, (read.get(type) ?? 0) + 1);
      return reader.naming(type, field, id);
    },
  };
  const composed = composeDocument(counted, trip.id, usualChoices('own', template.id), today);
  if (!composed.ok) throw new Error(composed.failure.code);
  return { document: composed.value.document, read };
}

/** The same when everything that a report has is read for it. */
function madeOfAll(markdown: string) {
  const sources = new DocumentSources(aReader(records), trip, { audience: 'internal', isWithSensitive: false });
  const choices = usualChoices('own');
  const composed = composeOwn(new Voice(choices), () => gatherReport(sources, today), templateOf(markdown), choices);
  if (!composed.ok) throw new Error(composed.failure.code);
  return composed.value.document;
}

describe('a template of the office’s own', () => {
  it('that names two fields of the trip reads none of its notes, photographs, follow-ups and projects', () => {
    const { read } = made('# {{title}}\n\n{{dates}} 【signature】');
    for (const type of ['note', 'attachment', 'follow-up', 'investment-project', 'affiliation'] as const) {
      expect([type, read.get(type) ?? 0]).toEqual([type, 0]);
    }
  });

  it('that lists visits reads no photographs, and one that prints them does', () => {
    expect(made('{{#visits}}\n- {{title}}\n{{/visits}}').read.get('attachment')).toBeUndefined();
    expect(made('{{#visits}}\n{{> visit}}\n{{/visits}}').read.get('attachment')).toBeGreaterThan(0);
    expect(made('{{> photographs}}').read.get('attachment')).toBe(1);
  });

  it('that is broken reads nothing of the trip', () => {
    const template = templateOf('{{titel}}\n\n{{> visits}}');
    const reader = aReader([...records, template]);
    const refuse = (type: RecordType): never => {
      throw new Error(`${type} was read`);
    };
    const guarded: Reader = {
      ...reader,
      all: refuse,
      naming: (type, field, id) => (type === 'note' ? refuse(type) : reader.naming(type, field, id)),
    };
    expect(composeDocument(guarded, trip.id, usualChoices('own', template.id), today)).toEqual({
      ok: false,
      failure: { code: 'template-unknown-field', line: 1, name: 'titel' },
    });
  });

  // The marking is of what is said: of less it may be less strict.
  const whole = allOf(templateFields).filter(([name]) => name !== '{{classification}}');
  it.each(whole)('says of %s by itself what it says beside everything else', (_name, markdown) => {
    const { sections } = madeOfAll(markdown);
    expect(made(markdown).document.sections).toEqual(sections);
  });

  it('says something in each of these', () => {
    const silent = whole.filter(([, markdown]) => madeOfAll(markdown).sections.length === 0).map(([name]) => name);
    // The sample visit moved no project.
    expect(silent.filter((name) => !name.includes('pipeline'))).toEqual([]);
  });
});

/** A template for each name by itself: a word, a list with each of its words and parts, a part. */
function allOf(scope: TemplateScope, around = (inner: string): string => inner): [name: string, markdown: string][] {
  const { words, lists, parts } = scope;
  return [
    ...words.map((name): [string, string] => [around(`{{${name}}}`), around(`x {{${name}}}`)]),
    ...parts.map((name): [string, string] => [around(`{{> ${name}}}`), around(`x\n\n{{> ${name}}}\n`)]),
    ...Object.entries(lists).flatMap(([name, inner]) =>
      allOf(inner, (text) => around(`{{#${name}}}\n${text}\n\n{{/${name}}}`)),
    ),
  ];
}

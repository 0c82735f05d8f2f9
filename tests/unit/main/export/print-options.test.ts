import { describe, expect, it } from '@jest/globals';
import { printOptions } from '@main/export/print/print-options';

describe('the options of printing', () => {
  it('leave paper and margins to the page', () => {
    expect(printOptions('25.1.1')).toMatchObject({ preferCSSPageSize: true, printBackground: true });
  });

  it('ask for tags and bookmarks where the runtime has them', () => {
    expect(printOptions('45.4.1')).toMatchObject({ generateTaggedPDF: true, generateDocumentOutline: true });
  });

  it.each(['25.1.1', '29.0.0', undefined])('ask for neither where it may not: %s', (version) => {
    expect(Object.keys(printOptions(version))).not.toContain('generateTaggedPDF');
    expect(Object.keys(printOptions(version))).not.toContain('generateDocumentOutline');
  });
});

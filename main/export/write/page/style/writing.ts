import { latinMarks, latinMarksStyle } from '../../../print/latin-marks';

/** Ink-teal, with a lighter and a palest tone of it; cinnabar for what must catch the eye. */
export const palette = `
:root {
  --ink: #0F4C5C; --ink-soft: #5C7F89; --ink-pale: #EEF4F5; --rule: #C9D8DB;
  --text: #1F2D31; --quiet: #5A6B70; --cinnabar: #B5482F;
}
* { box-sizing: border-box; }
strong { font-weight: 600; } .also { font-weight: 400; color: var(--quiet); } .also .also { font-size: 1em; } .alert { color: var(--cinnabar); font-weight: 600; }
.marking { text-transform: uppercase; letter-spacing: 0.06em; font-weight: 600; white-space: nowrap; } .restricted, .confidential { color: var(--cinnabar); }`;

/**
 * Each written form in its own font; the other one stands in for characters that it lacks, and one of emoji for those, as
 * ink prints them. Lines break as Chinese wants
 * it: no closing mark begins one and no opening mark ends one.
 */
export const writing = `${palette}${latinMarksStyle}
html { font-family: '${latinMarks}', 'Noto Sans HK', 'Noto Sans SC', 'Noto Emoji', sans-serif; font-size: 9.6pt; line-height: 1.55; color: var(--text);
  font-synthesis: style; -webkit-print-color-adjust: exact; print-color-adjust: exact; font-variant-numeric: lining-nums; text-rendering: geometricPrecision;
  line-break: strict; }
body { margin: 0; overflow-wrap: anywhere; }
:lang(en) { font-family: '${latinMarks}', 'Noto Sans HK', 'Noto Sans SC', 'Noto Emoji', sans-serif; }
:lang(zh-Hant-HK) { font-family: 'Noto Sans HK', 'Noto Sans SC', 'Noto Emoji', sans-serif; font-style: normal; }
:lang(zh-Hans) { font-family: 'Noto Sans SC', 'Noto Sans HK', 'Noto Emoji', sans-serif; font-style: normal; }`;

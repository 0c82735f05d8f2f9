/**
 * In which order elements hold others, from the schema of ECMA-376-1:2016 (wml.xsd of its transitional part, and
 * dml-wordprocessingDrawing.xsd); the number of the clause stands beside each. Word calls a file damaged that breaks
 * most of these. Changes that are tracked are left out: we write none.
 */
const borders = ['w:top', 'w:left', 'w:start', 'w:bottom', 'w:right', 'w:end'];
const paragraph = [
  ...['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl', 'w:numPr'],
  ...['w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs', 'w:suppressAutoHyphens', 'w:kinsoku', 'w:wordWrap'],
  ...['w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:bidi', 'w:adjustRightInd'],
  ...['w:snapToGrid', 'w:spacing', 'w:ind', 'w:contextualSpacing', 'w:mirrorIndents', 'w:suppressOverlap', 'w:jc'],
  ...['w:textDirection', 'w:textAlignment', 'w:textboxTightWrap', 'w:outlineLvl', 'w:divId', 'w:cnfStyle'],
  ...['w:rPr', 'w:sectPr'],
];

export const orders: Readonly<Record<string, readonly string[]>> = {
  // 17.3.1.26
  'w:pPr': paragraph,
  // 17.3.2.28
  'w:rPr': [
    ...['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:strike', 'w:dstrike'],
    ...['w:outline', 'w:shadow', 'w:emboss', 'w:imprint', 'w:noProof', 'w:snapToGrid', 'w:vanish', 'w:webHidden'],
    ...['w:color', 'w:spacing', 'w:w', 'w:kern', 'w:position', 'w:sz', 'w:szCs', 'w:highlight', 'w:u', 'w:effect'],
    ...['w:bdr', 'w:shd', 'w:fitText', 'w:vertAlign', 'w:rtl', 'w:cs', 'w:em', 'w:lang', 'w:eastAsianLayout'],
    ...['w:specVanish', 'w:oMath'],
  ],
  // 17.3.1.19
  'w:numPr': ['w:ilvl', 'w:numId'],
  // 17.3.1.24
  'w:pBdr': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:between', 'w:bar'],
  // 17.4.37
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  // 17.4.59
  'w:tblPr': [
    ...['w:tblStyle', 'w:tblpPr', 'w:tblOverlap', 'w:bidiVisual', 'w:tblStyleRowBandSize', 'w:tblStyleColBandSize'],
    ...['w:tblW', 'w:jc', 'w:tblCellSpacing', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar'],
    ...['w:tblLook', 'w:tblCaption', 'w:tblDescription'],
  ],
  // 17.4.38, 17.4.41
  'w:tblBorders': [...borders, 'w:insideH', 'w:insideV'],
  'w:tblCellMar': borders,
  // 17.4.78
  'w:tr': ['w:tblPrEx', 'w:trPr', 'w:tc'],
  // 17.4.69
  'w:tcPr': [
    ...['w:cnfStyle', 'w:tcW', 'w:gridSpan', 'w:hMerge', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar'],
    ...['w:textDirection', 'w:tcFitText', 'w:vAlign', 'w:hideMark'],
  ],
  // 17.4.66
  'w:tcBorders': [...borders, 'w:insideH', 'w:insideV', 'w:tl2br', 'w:tr2bl'],
  // 17.6.17
  'w:sectPr': [
    ...['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar'],
    ...['w:paperSrc', 'w:pgBorders', 'w:lnNumType', 'w:pgNumType', 'w:cols', 'w:formProt', 'w:vAlign', 'w:noEndnote'],
    ...['w:titlePg', 'w:textDirection', 'w:bidi', 'w:rtlGutter', 'w:docGrid', 'w:printerSettings'],
  ],
  // 17.5.2.31
  'w:sdt': ['w:sdtPr', 'w:sdtEndPr', 'w:sdtContent'],
  // 17.5.2.12
  'w:docPartObj': ['w:docPartGallery', 'w:docPartCategory', 'w:docPartUnique'],
  // 17.7.4.18
  'w:styles': ['w:docDefaults', 'w:latentStyles', 'w:style'],
  // 17.7.5.1
  'w:docDefaults': ['w:rPrDefault', 'w:pPrDefault'],
  // 17.7.4.17
  'w:style': [
    ...['w:name', 'w:aliases', 'w:basedOn', 'w:next', 'w:link', 'w:autoRedefine', 'w:hidden', 'w:uiPriority'],
    ...['w:semiHidden', 'w:unhideWhenUsed', 'w:qFormat', 'w:locked', 'w:personal', 'w:personalCompose'],
    ...['w:personalReply', 'w:rsid', 'w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr'],
  ],
  // 17.9.17
  'w:numbering': ['w:numPicBullet', 'w:abstractNum', 'w:num', 'w:numIdMacAtCleanup'],
  // 17.9.1
  'w:abstractNum': ['w:nsid', 'w:multiLevelType', 'w:tmpl', 'w:name', 'w:styleLink', 'w:numStyleLink', 'w:lvl'],
  // 17.9.15
  'w:num': ['w:abstractNumId', 'w:lvlOverride'],
  // 17.9.8
  'w:lvlOverride': ['w:startOverride', 'w:lvl'],
  // 17.9.6
  'w:lvl': [
    ...['w:start', 'w:numFmt', 'w:lvlRestart', 'w:pStyle', 'w:isLgl', 'w:suff', 'w:lvlText', 'w:lvlPicBulletId'],
    ...['w:legacy', 'w:lvlJc', 'w:pPr', 'w:rPr'],
  ],
  // 17.15.1.78, of those that a document without changes, protection or mail merge may have
  'w:settings': [
    ...['w:writeProtection', 'w:view', 'w:zoom', 'w:removePersonalInformation', 'w:removeDateAndTime'],
    ...['w:displayBackgroundShape', 'w:embedTrueTypeFonts', 'w:embedSystemFonts', 'w:saveSubsetFonts'],
    ...['w:mirrorMargins', 'w:proofState', 'w:defaultTabStop', 'w:autoHyphenation', 'w:evenAndOddHeaders'],
    ...['w:characterSpacingControl', 'w:updateFields', 'w:footnotePr', 'w:endnotePr', 'w:compat', 'w:docVars'],
    ...['w:rsids', 'w:themeFontLang', 'w:clrSchemeMapping', 'w:decimalSymbol', 'w:listSeparator'],
  ],
  // 20.4.2.8
  'wp:inline': ['wp:extent', 'wp:effectExtent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphic'],
};

/** What stands first in an element, where it stands at all, whatever comes after: 17.3.1.22, 17.3.2.25, 17.4.65. */
export const firsts: Readonly<Record<string, string>> = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr' };

// Fragments as Word, a browser and a mail program put them on the clipboard. The words are invented (sample).

const bullet = (level: number, sign: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span lang=EN-GB style='font-family:Symbol;mso-fareast-font-family:Symbol'>` +
  `<span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>` +
  `<span lang=EN-GB style='font-size:11.0pt;font-family:"Calibri",sans-serif'>${words}<o:p></o:p></span></p>`;

export const wordList =
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=ZH-HK>` +
  `<!--StartFragment--><p class=MsoNormal><span lang=EN-GB>Points raised:<o:p></o:p></span></p>` +
  bullet(1, '·', 'Rent of the <b style="mso-bidi-font-weight:normal">pilot plant</b>') +
  bullet(1, '·', 'Visas') +
  bullet(2, '1.', 'for engineers') +
  bullet(2, '2.', 'for 家屬') +
  bullet(1, '·', 'Schools') +
  `<p class=MsoNormal>That is <st1:place w:st="on">all</st1:place>.</p><!--EndFragment--></body></html>`;

export const wordTable =
  `<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'>` +
  `<td width=100 valign=top style='width:75pt'><p class=MsoNormal>City</p></td><td><p>Area</p></td><td><p>m²</p></td></tr>` +
  `<tr><td><p class=MsoNormal>深圳</p></td><td><p>Nanshan</p><p>Qianhai</p></td><td><p>1,200</p></td></tr>` +
  `<tr><td colspan=2><p>Total</p></td><td><p>1,200</p></td></tr></table>`;

export const wordTracked =
  `<p class=MsoNormal>They will <del cite="mailto:A" datetime="2026-01-01">not </del><ins cite="mailto:A"><i>invest</i></ins> ` +
  `HKD <span class=msoDel>20</span><span class=msoIns>30</span> million.<span class=MsoCommentReference>` +
  `<a class=msocomanchor href="#_msocom_1">[A1]</a></span><span style='mso-hide:all;display:none'>hidden</span></p>`;

export const web =
  `<meta charset="utf-8"><style>h2{color:red}</style><script>document.title = 'x'</script>` +
  `<div class="wrap" onclick="x()"><h2 class="t" style="font-size:40px"><span>News</span></h2>` +
  `<p>Read <a class="l" href="https://example.org/notice?a=1&amp;b=2" target="_blank">the notice</a> or ` +
  `<a href="javascript:void(0)">do nothing</a>.<img src="https://example.org/p.png" onerror="x()"><img src="data:image/png;base64,AA=="></p>` +
  `<iframe src="https://example.org"></iframe><blockquote><p>Said there</p></blockquote><pre><code class="language-none">let x = 1;</code></pre></div>`;

export const mail =
  `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">Dear all,</p><p dir="ltr"><span style="font-weight:400">The ` +
  `</span><span style="font-weight:700">deadline</span> is <span style="font-style:italic">Friday</span>.<br></p><p>Regards</p></b>`;

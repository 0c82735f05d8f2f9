/** What a long talk leaves: paragraphs, nested lists, boxes, a table, a quotation. */
export function aLongPart(at: number): string {
  const rows = Array.from(
    { length: at === 3 ? 60 : 6 },
    (_, row) =>
      `| Row ${String(row)} that goes on | ${String(row * 1000)} | 備註第${String(row)}項，內容頗長，會折行顯示 |`,
  );
  return `## Part ${String(at)} of what was said

${'The founders described three years of work and said that orders from abroad make up a third. '.repeat(8)}

- First
  - Nested
    - Deeper still
- [ ] Not done
- [x] Done

| Item | Quantity | Remark |
| --- | ---: | --- |
${rows.join('\n')}

1. One
2. Two
   > A quotation in a list

> ${'A long quotation. '.repeat(10)}

${'王先生表示，公司計劃於二〇二七年在香港設立地區總部。'.repeat(8)}`;
}

/**
 * Returns the cells of comma separated values. A cell in quotes may hold
 * separators, line ends and, doubled, quotes; empty lines are left out.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180}
 */
export function parseCsv(
  text: string,
  separator = ',',
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      const isDouble = letter === '"' && text[at + 1] === '"';
      if (letter === '"' && !isDouble) isQuoted = false;
      else cell += letter;
      if (isDouble) at += 1;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (text.startsWith(separator, at)) {
      row.push(cell);
      cell = '';
      at += separator.length - 1;
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}

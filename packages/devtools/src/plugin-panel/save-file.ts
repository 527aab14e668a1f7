/** How long a browser may take to ask what an address leads to. */
const HELD_MS = 10_000;

/** Has the browser save bytes as a file. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const blob = new Blob([bytes.slice()], {type: 'application/zip'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, HELD_MS);
}

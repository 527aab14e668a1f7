/** Where the policies are that a page may have. */
const DOCUMENT = '/docs/content-security-policy.md';
const POLICY =
  /^## (.+?)$[^#]*?^```http\nContent-Security-Policy: ([^]+?)^```$/gm;

/** Nonce of the pages of tests, in the place of the document's. */
export const NONCE = 'n1';

/**
 * Returns the policies of the document on policies, by the heading that they
 * stand under: what it promises is what is tested.
 */
export async function documentedPolicies(): Promise<
  ReadonlyMap<string, string>
> {
  const response = await fetch(DOCUMENT);
  const text = await response.text();
  const found = [...text.matchAll(POLICY)].map(
    ([, title = '', policy = '']): [string, string] => [
      title,
      policy.replace(/\s+/g, ' ').trim().replaceAll('{nonce}', NONCE),
    ],
  );
  if (found.length === 0) throw new Error(`No policy in "${DOCUMENT}".`);
  return new Map(found);
}

import {createHash} from 'node:crypto';

/** Namespace of the ids, a random UUID. */
const NAMESPACE = 'ls-annotation/operator-server/7b6d2f0c';

/**
 * Returns the id of an operator: a UUID, as LightlyStudio's are, but always the
 * same one for a name, so that a restart changes none.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 | RFC 9562, version 8}
 */
export function operatorId(name: string): string {
  const hash = createHash('sha256').update(`${NAMESPACE}/${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import type {ReadOutputs} from './read-outputs.js';

/** What reads outputs. */
interface OutputReader {
  readonly readOutputs: (outputs: unknown) => ReadOutputs;
}

/**
 * Reads the outputs of an answer. What reads them is loaded with the first;
 * when it does not arrive, the run has ended well all the same, and an issue
 * says that its outputs are missing.
 *
 * @param load - for tests.
 */
export async function loadOutputs(
  outputs: unknown,
  load: () => Promise<OutputReader> = () => import('./read-outputs.js'),
): Promise<ReadOutputs> {
  try {
    const {readOutputs} = await load();
    return readOutputs(outputs);
  } catch {
    const message =
      'What shows the outputs could not be loaded. Check the connection and ' +
      'run the operator again.';
    return {outputs: [], issues: [{code: 'output/unread', path: '', message}]};
  }
}

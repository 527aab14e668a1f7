import type {ReadOutputs} from './read-outputs.js';

/**
 * Reads the outputs of an answer. What reads them is loaded with the first;
 * when it does not arrive, the run has ended well all the same, and an issue
 * says that its outputs are missing.
 */
export async function loadOutputs(outputs: unknown): Promise<ReadOutputs> {
  try {
    const {readOutputs} = await import('./read-outputs.js');
    return readOutputs(outputs);
  } catch {
    const message =
      'What shows the outputs could not be loaded. Check the connection and ' +
      'run the operator again.';
    return {outputs: [], issues: [{code: 'output/unread', path: '', message}]};
  }
}

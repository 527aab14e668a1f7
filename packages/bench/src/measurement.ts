import type {BenchBrowser} from './browser/bench-browser.js';
import type {BenchRecord} from './record.js';
import type {Subject} from './subjects.js';

/** What a measurement works with. */
export interface MeasurementContext {
  readonly browser: BenchBrowser;
  /** Folder of the repository, with a slash at the end. */
  readonly root: string;
  /** Folder of the built bundle, with a slash at the end. */
  readonly distFolder: string;
  readonly subjects: readonly Subject[];
  /** Samples of each thing at least, unless a subject allows fewer. */
  readonly repetitions: number;
  readonly quick: boolean;
  /** Says what is being done. */
  readonly log: (line: string) => void;
  /** Says what could not be measured; the run fails and goes on. */
  fail(line: string): void;
}

/** One measurement of the bench. */
export interface Measurement {
  /** Name for `--only`. */
  readonly name: string;
  readonly title: string;
  /** What its numbers mean, in a sentence or two. */
  readonly explanation: string;
  run(context: MeasurementContext): Promise<readonly BenchRecord[]>;
}

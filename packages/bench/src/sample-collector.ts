import type {BenchRecord} from './record.js';

/** Collects samples under what they are samples of. */
export class SampleCollector {
  readonly #records = new Map<string, BenchRecord & {samples: number[]}>();

  /** Adds one sample. */
  add(about: Omit<BenchRecord, 'samples'>, sample: number): void {
    const key = JSON.stringify([
      about.measurement,
      about.subtopic,
      about.metric,
      about.size,
      about.subject,
    ]);
    const record = this.#records.get(key) ?? {...about, samples: []};
    record.samples.push(sample);
    this.#records.set(key, record);
  }

  /** The records so far, in the order in which they were first met. */
  get records(): readonly BenchRecord[] {
    return [...this.#records.values()];
  }
}

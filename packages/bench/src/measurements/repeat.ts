import type {MeasurementContext} from '../measurement.js';
import type {Kind} from '../record.js';
import type {Subject} from '../subjects.js';

/**
 * Calls `measure` for every subject that shows `kind` at `size`, again and
 * again. Subjects take turns, so that what else the machine does falls on all
 * of them alike. A subject that fails is reported once and left out from then.
 */
export async function repeat(
  context: MeasurementContext,
  {kind, size}: {readonly kind: Kind; readonly size: number},
  measure: (subject: Subject) => Promise<void>,
): Promise<void> {
  const failed = new Set<Subject>();
  for (let turn = 0; turn < context.repetitions; turn += 1) {
    for (const subject of context.subjects) {
      if (!subject.kinds.includes(kind) || size > subject.maxSize) continue;
      if (turn >= subject.maxRepetitions || failed.has(subject)) continue;
      try {
        await measure(subject);
      } catch (error) {
        failed.add(subject);
        context.fail(
          `${subject.name}, ${kind}, ${size} regions: ${String(error)}`,
        );
      }
    }
  }
}

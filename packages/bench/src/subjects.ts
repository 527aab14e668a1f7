import type {Kind} from './record.js';

/** Something that is measured: the host, the control, a peer. */
export interface Subject {
  readonly name: string;
  /** Name in tables and plots. */
  readonly label: string;
  /** Page under `pages/`. */
  readonly page: string;
  readonly kinds: readonly Kind[];
  /** More regions than this are not tried: it would take minutes. */
  readonly maxSize: number;
  /** Repetitions at most, however many are asked for. */
  readonly maxRepetitions: number;
  /** Switches or mounts between two readings of what leaks. */
  readonly cyclesAReading: number;
  /** Whether an uncaught error in its page fails the run: not for peers. */
  readonly isOurs: boolean;
  /** Whether a box can be dragged by pointer in its page. */
  readonly drags: boolean;
}

const HOST: Subject = {
  name: 'host',
  label: 'ls-annotation-host',
  page: 'host.html',
  kinds: ['text', 'boxes'],
  maxSize: Infinity,
  maxRepetitions: Infinity,
  cyclesAReading: 20,
  isOurs: true,
  drags: true,
};

const CONTROL: Subject = {
  ...HOST,
  name: 'control',
  label: 'control',
  page: 'control.html',
};

const ANNOTORIOUS: Subject = {
  ...HOST,
  name: 'annotorious',
  label: 'Annotorious 3.8.10',
  page: 'annotorious.html',
  kinds: ['boxes'],
  isOurs: false,
};

const LABEL_STUDIO: Subject = {
  ...HOST,
  name: 'label-studio',
  label: 'Label Studio frontend 1.4.0',
  page: 'label-studio.html',
  maxSize: 1000,
  maxRepetitions: 3,
  cyclesAReading: 4,
  isOurs: false,
  drags: false,
};

/** Returns the subjects of a run, the host first. */
export function subjectsOf({peers}: {peers: boolean}): readonly Subject[] {
  return [HOST, CONTROL, ANNOTORIOUS, ...(peers ? [LABEL_STUDIO] : [])];
}

/** Returns a subject's name in tables and plots. */
export function labelOf(name: string): string {
  if (name === 'dictionary') return 'copied dictionary';
  const subject = subjectsOf({peers: true}).find((each) => each.name === name);
  return subject?.label ?? name;
}

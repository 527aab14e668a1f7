/** A key with the modifiers that go with it. */
export interface KeyChord {
  /** Lower-case `KeyboardEvent.key`, for example `enter`, `a`, `arrowleft`. */
  readonly key: string;
  /** Control. */
  readonly ctrl: boolean;
  /** Alt, Option on a Mac. */
  readonly alt: boolean;
  /** Shift. */
  readonly shift: boolean;
  /** Command on a Mac, the Windows key elsewhere. */
  readonly meta: boolean;
}

type Modifier = 'ctrl' | 'alt' | 'shift' | 'meta';

const MODIFIERS: Readonly<Record<string, Modifier>> = {
  ctrl: 'ctrl',
  control: 'ctrl',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  meta: 'meta',
  cmd: 'meta',
  command: 'meta',
  win: 'meta',
};

const KEYS: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  del: 'delete',
  space: ' ',
  spacebar: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  plus: '+',
  comma: ',',
};

/** Keys that have a name, beside F1 to F24. */
const NAMED_KEYS: ReadonlySet<string> = new Set(
  (
    'enter tab escape backspace delete insert home end pageup pagedown ' +
    'arrowup arrowdown arrowleft arrowright capslock numlock scrolllock ' +
    'contextmenu help pause printscreen clear select undo redo cut copy ' +
    'paste find mediaplaypause mediaplay mediapause mediastop ' +
    'mediatracknext mediatrackprevious audiovolumeup audiovolumedown ' +
    'audiovolumemute browserback browserforward browserrefresh'
  ).split(' '),
);

/** Returns true for the `key` of a {@link KeyChord} that a keyboard may have. */
export function isKeyName(key: string): boolean {
  const isCharacter = [...key].length === 1;
  return (
    isCharacter || NAMED_KEYS.has(key) || /^f(?:[1-9]|1\d|2[0-4])$/.test(key)
  );
}

/**
 * Reads hotkeys as Label Studio writes them: `ctrl+enter`, `a`, and several
 * at choice with commas between, `ctrl+z, cmd+z`.
 *
 * `mod` is Command on a Mac and Control elsewhere. What names no key is left
 * out, so an unreadable text gives an empty list.
 */
export function parseKeyChords(text: string): readonly KeyChord[] {
  return text
    .split(',')
    .map(parseChord)
    .filter((chord): chord is KeyChord => chord !== null);
}

function parseChord(text: string): KeyChord | null {
  const parts = text.trim().toLowerCase().split('+');
  const last = parts.pop()?.trim() ?? '';
  const chord = {ctrl: false, alt: false, shift: false, meta: false};
  for (const part of parts) {
    const name = part.trim() === 'mod' ? platformModifier() : part.trim();
    const modifier = MODIFIERS[name];
    if (!modifier) return null;
    chord[modifier] = true;
  }
  const key = KEYS[last] ?? last;
  return key === '' ? null : {key, ...chord};
}

function platformModifier(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? 'meta' : 'ctrl';
}

/**
 * Returns true when a key event is the chord.
 *
 * Letters and digits are also found by their place on the keyboard, so that
 * they work on layouts of other scripts and with Option on a Mac. Shift is
 * not looked at for a character that some layouts need it for.
 */
export function matchesKeyChord(
  event: KeyboardEvent,
  chord: KeyChord,
): boolean {
  return (
    event.ctrlKey === chord.ctrl &&
    event.altKey === chord.alt &&
    event.metaKey === chord.meta &&
    (event.shiftKey === chord.shift || isSymbol(chord.key)) &&
    (event.key.toLowerCase() === chord.key ||
      (isForeign(event) && keyByPlace(event.code) === chord.key))
  );
}

function isSymbol(key: string): boolean {
  return key.length === 1 && key !== ' ' && !/[a-z0-9]/.test(key);
}

function isForeign({key, altKey, shiftKey}: KeyboardEvent): boolean {
  return key.length === 1 && (altKey || shiftKey || key > '~');
}

function keyByPlace(code: string): string {
  return (
    /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? ''
  );
}

/** Returns a chord in the form of the `aria-keyshortcuts` attribute. */
export function toAriaKeyShortcuts(text: string): string {
  return parseKeyChords(text).map(toAriaChord).join(' ');
}

function toAriaChord({key, ctrl, alt, shift, meta}: KeyChord): string {
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : capitalised(key);
  return [
    ctrl && 'Control',
    alt && 'Alt',
    shift && 'Shift',
    meta && 'Meta',
    name,
  ]
    .filter(Boolean)
    .join('+');
}

function capitalised(key: string): string {
  if (key.length === 1) return key;
  const name = key.startsWith('arrow')
    ? `arrow${capitalised(key.slice('arrow'.length))}`
    : key;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

import {parseKeyChords} from '../hotkeys/key-chord.js';

const MAC_NAMES: Readonly<Record<string, string>> = {
  enter: '↩',
  backspace: '⌫',
  ' ': 'Space',
};

/**
 * Returns a hotkey as people of this platform read it: the first of several,
 * `Ctrl+Shift+Z` or `⇧⌘Z`.
 */
export function shortcutText(keys: string): string {
  const [chord] = parseKeyChords(keys);
  if (!chord) return '';
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  const {ctrl, alt, shift, meta, key} = chord;
  if (isMac) {
    const name = MAC_NAMES[key] ?? key.toUpperCase();
    return [ctrl && '⌃', alt && '⌥', shift && '⇧', meta && '⌘', name]
      .filter(Boolean)
      .join('');
  }
  const name = key === ' ' ? 'Space' : capitalise(key);
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', meta && 'Meta', name]
    .filter(Boolean)
    .join('+');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import {attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import {optionsOf} from '../config/options-of.js';
import {selectableChoices} from './choice-value.js';

/** Keys that are given away, in this order. */
const FREE_KEYS = Array.from('1234567890qwetasdfgzxcvbyiopjklnm');
const PLAY_KEY = 'shift+space';
const AUDIO_TYPES = ['audio', 'audioplus'];
const HOTKEY_CONTROLS = ['rating', 'number'];

/**
 * Returns the hotkey of each tag that has one, by tag key.
 *
 * A `hotkey` in the config is taken as it is, in lower case. Then, in document
 * order, every `Label`, every `Choice` of a `Choices`, every `Rating`,
 * `Number` and `Filter` without one gets the next free key of
 * `1234567890qwetasdfgzxcvbyiopjklnm`, until there are none left. An audio
 * without one is played with `shift+space`, several audios with
 * `shift+space+1` and so on.
 */
export function assignHotkeys(
  config: LabelConfig,
): ReadonlyMap<string, string> {
  const hotkeys = new Map<string, string>();
  for (const tag of config.tags) {
    const own = attributeText(tag, 'hotkey', '').trim().toLowerCase();
    if (own !== '' && takesHotkey(tag)) hotkeys.set(tag.key, own);
  }
  assignPlayKeys(config, hotkeys);
  assignFreeKeys(config, hotkeys);
  return hotkeys;
}

/** Returns the single combinations in a hotkey such as `ctrl+a,b`. */
export function splitHotkey(hotkey: string): readonly string[] {
  const combinations = hotkey
    .replaceAll(' ', '')
    .matchAll(/((?:\w+\+)*(?:[^,]+|,)),?/g);
  return Array.from(combinations, ([, combination = '']) => combination);
}

function takesHotkey(tag: ConfigTag): boolean {
  return Object.hasOwn(tag.definition.attributes, 'hotkey');
}

function assignPlayKeys(
  config: LabelConfig,
  hotkeys: Map<string, string>,
): void {
  const silent = config.objects.filter(
    (tag) => AUDIO_TYPES.includes(tag.type) && !hotkeys.has(tag.key),
  );
  silent.forEach((audio, index) => {
    const key =
      silent.length === 1 ? PLAY_KEY : `${PLAY_KEY}+${String(index + 1)}`;
    hotkeys.set(audio.key, key);
  });
}

function assignFreeKeys(
  config: LabelConfig,
  hotkeys: Map<string, string>,
): void {
  const used = new Set([...hotkeys.values()].flatMap(splitHotkey));
  const free = FREE_KEYS.filter((key) => !used.has(key));
  const wanting = wantedKeys(config);
  let next = 0;
  for (const tag of config.tags) {
    if (!wanting.has(tag) || hotkeys.has(tag.key)) continue;
    const key = free[next];
    if (key === undefined) return;
    hotkeys.set(tag.key, key);
    next += 1;
  }
}

function wantedKeys(config: LabelConfig): ReadonlySet<ConfigTag> {
  const filters = config.tags.filter(({type}) => type === 'filter');
  return new Set([
    ...filters,
    ...config.controls.flatMap((control) => {
      if (control.definition.labeling) return optionsOf(control);
      if (control.type === 'choices') return selectableChoices(control);
      return HOTKEY_CONTROLS.includes(control.type) ? [control] : [];
    }),
  ]);
}

// Compiled, not run: what the compiler knows of a plugin.
import {definePlugin} from './plugin-definition.js';
import {createToken} from './plugin-token.js';

const counter = createToken<{count(): number}>('words/counter');

definePlugin({
  id: 'typed',
  requires: [counter],
  settings: [
    {name: 'limit', param_type: 'int', default: 5},
    {name: 'tone', choices: ['calm', 'loud'], default: 'calm'},
    {name: 'hint', required: false},
    {name: 'isOn', param_type: 'bool'},
  ],
  activate({settings, settings$, services, contribute}) {
    const limit: number = settings.limit;
    const tone: 'calm' | 'loud' = settings.tone;
    const hint: string | undefined = settings.hint;
    const isOn: boolean = settings.isOn;
    const count: number = services.get(counter).count();
    settings$.subscribe((values) => values.limit.toFixed());
    contribute.regionBadges({
      badgesOf: ({id}) => ({text: `${id} ${limit} ${tone} ${hint}`}),
    });
    // @ts-expect-error -- no setting of that name
    const missing: unknown = settings.limits;
    // @ts-expect-error -- a number is no text
    const wrong: string = settings.limit;
    // @ts-expect-error -- no such tone
    contribute.notice({text: 'x', tone: 'pink'});
    // @ts-expect-error -- a button needs words
    contribute.toolbarButton({onPress: () => undefined});
    // @ts-expect-error -- a service has its type
    services.provide(counter, 7);
    [isOn, count, wrong, missing].forEach(String);
  },
});

definePlugin({
  id: 'plain',
  activate({settings}) {
    const value: unknown = settings;
    return () => {
      String(value);
    };
  },
});

// @ts-expect-error -- a plugin needs an id
definePlugin({activate: () => undefined});

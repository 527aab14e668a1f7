import {definePlugin} from '../dist/ls-annotation-host.js';

/** Counts the words of people's names, and asks for full ones. */
export default definePlugin({
  id: 'full-names',
  name: 'Full names',
  version: '1.0.0',
  host: '^0.1',
  settings: [
    {
      name: 'least',
      title: 'Least words of a name',
      description: 'A name with fewer is an error.',
      param_type: 'int',
      default: 2,
      min: 1,
      max: 4,
    },
    {
      name: 'blocks',
      title: 'Errors keep the annotation from being saved',
      param_type: 'bool',
      default: true,
    },
  ],
  activate({annotation, contribute, session, settings, settings$}) {
    const isPerson = ({labels = []}) => labels.includes('Person');
    const wordsOf = ({text = ''}) => text.trim().split(/\s+/);

    const badges = contribute.regionBadges({
      badgesOf: (region) => {
        if (!isPerson(region)) return null;
        const count = wordsOf(region).length;
        const isEnough = count >= settings.least;
        const text = count === 1 ? '1 word' : `${count} words`;
        return {text, tone: isEnough ? 'neutral' : 'danger'};
      },
    });
    const check = contribute.regionCheck({
      blocksSave: settings.blocks,
      check: (region) =>
        !isPerson(region) || wordsOf(region).length >= settings.least
          ? null
          : {
              text: `“${region.text}” has fewer than ${settings.least} words. Mark the full name, or lower the limit in the plugin’s settings.`,
            },
    });
    contribute.regionAction({
      label: 'Hide the other people',
      appliesTo: isPerson,
      onChoose: (chosen) => {
        for (const region of annotation.regions) {
          if (isPerson(region) && region !== chosen) region.toggleHidden();
        }
      },
    });

    const list = document.createElement('div');
    contribute.panel({
      title: 'People',
      render: (element) => element.append(list),
    });
    const notice = contribute.notice({text: ''});
    const count = () => {
      const people = annotation.regions.filter(isPerson);
      const names = new Set(people.map(({text}) => text));
      list.textContent = [...names].join(', ') || 'Nobody yet.';
      notice.update({text: `${names.size} people`});
    };

    const next = () => {
      const people = annotation.regions.filter(isPerson);
      const at = people.findIndex(({selected}) => selected);
      const region = people[(at + 1) % people.length];
      if (region) annotation.selectArea(region);
    };
    contribute.toolbarButton({
      label: 'Next person',
      title: 'Select the next person (Alt+P)',
      onPress: next,
    });
    contribute.hotkey({
      keys: 'alt+p',
      description: 'Select the next person',
      onPress: next,
    });

    const changes = session.store.changes$.subscribe(count);
    count();
    settings$.subscribe(({blocks}) => {
      badges.update();
      check.update({blocksSave: blocks});
    });
    return () => changes.unsubscribe();
  },
});

export default {
  id: 'tally',
  name: 'Tally',
  version: '1.0.0',
  activate({annotation, events, contribute, session}) {
    const list = document.createElement('ul');
    const show = () => {
      const counts = new Map();
      for (const {labels = []} of annotation.regions) {
        for (const label of labels) {
          counts.set(label, (counts.get(label) ?? 0) + 1);
        }
      }
      list.replaceChildren(
        ...[...counts].map(([label, count]) => {
          const line = document.createElement('li');
          line.textContent = `${label}: ${count}`;
          return line;
        }),
      );
    };
    contribute.panel({
      title: 'Tally',
      render(element) {
        element.append(list);
        show();
      },
    });
    contribute.toolbarButton({
      label: 'Say hello',
      onPress: () => session.showModal('Hello from the module.'),
    });
    events.on('entityCreate').subscribe(show);
    events.on('entityDelete').subscribe(() => setTimeout(show));
  },
};

/** Shows one of the playground's examples. */
import {element} from './dom.js';
import {EXAMPLES} from './playground-examples.js';

const place = document.getElementById('place');
const panel = document.querySelector('ls-plugin-panel');
const examples = document.getElementById('examples');

examples.append(
  ...Object.entries(EXAMPLES).map(([id, {title}]) => new Option(title, id)),
);
examples.value = location.hash.slice(1);
if (examples.selectedIndex === -1) examples.selectedIndex = 0;
examples.addEventListener('change', show);
await customElements.whenDefined('ls-annotation-host');
show();

function show() {
  const id = examples.value;
  const {about, plugin} = EXAMPLES[id];
  const folder = `playground/${id}/`;
  const host = element('ls-annotation-host', {
    id: `playground-${id}`,
    configSrc: `${folder}view.xml`,
    taskSrc: `${folder}data.json`,
  });
  if (plugin) {
    const src = folder + plugin.src;
    host.append(element('ls-plugin', {...plugin, pluginId: id, src}));
  }
  document.getElementById('about').textContent = about;
  place.replaceChildren(host);
  panel.setAttribute('for', host.id);
  history.replaceState(null, '', `#${id}`);
}

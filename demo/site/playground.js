/** Shows one of the examples that the page holds as templates. */
const place = document.getElementById('place');
const panel = document.querySelector('ls-plugin-panel');
const examples = document.getElementById('examples');

const templates = [...document.querySelectorAll('template[data-example-name]')];
examples.append(
  ...templates.map(({id, dataset}) => new Option(dataset.exampleName, id)),
);
examples.value = location.hash.slice(1) || templates[0].id;
if (examples.selectedIndex === -1) examples.selectedIndex = 0;
examples.addEventListener('change', show);
show();

function show() {
  const template = document.getElementById(examples.value);
  document.getElementById('about').textContent = template.dataset.about;
  const shown = template.content.cloneNode(true);
  const host = shown.querySelector('ls-annotation-host');
  host.id = `playground-${template.id}`;
  place.replaceChildren(shown);
  panel.setAttribute('for', host.id);
  history.replaceState(null, '', `#${template.id}`);
}

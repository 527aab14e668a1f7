/** The list of sections beside the page, or above it where it is narrow. */
import {element} from '../dom.js';

const BESIDE = matchMedia('(min-width: 1000px)');

/** Fills `details` with links, and marks the section that is being read. */
export function sideNav(details, groups) {
  const nav = element('nav', {ariaLabel: 'On this page'});
  const links = new Map();
  for (const {title, sections} of groups) {
    const list = element('ul');
    for (const section of sections) {
      const name = section.querySelector('h2').textContent;
      const link = element('a', {href: `#${section.id}`, textContent: name});
      links.set(section, link);
      list.append(element('li', {}, link));
    }
    nav.append(element('h2', {textContent: title}), list);
  }
  details.append(nav);
  const follow = () => {
    details.open = BESIDE.matches;
  };
  BESIDE.addEventListener('change', follow);
  follow();
  nav.addEventListener('click', ({target}) => {
    if (target.closest('a') && !BESIDE.matches) details.open = false;
  });
  markCurrent(links);
}

function markCurrent(links) {
  const inView = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      const current = [...links.keys()].find((section) => inView.has(section));
      for (const [section, link] of links) {
        link.ariaCurrent = section === current ? 'true' : null;
      }
    },
    {rootMargin: '-10% 0px -70%'},
  );
  for (const section of links.keys()) observer.observe(section);
}

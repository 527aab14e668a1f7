import {PAGES} from './pages.js';

const cards = document.getElementById('cards');
for (const {href, title, text} of PAGES) {
  const card = document.createElement('li');
  const link = document.createElement('a');
  const heading = document.createElement('h2');
  const words = document.createElement('p');
  const box = document.createElement('div');
  link.href = href;
  link.textContent = title;
  heading.append(link);
  words.textContent = text;
  box.className = 'site-card';
  box.append(heading, words);
  card.append(box);
  cards.append(card);
}

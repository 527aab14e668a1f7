/** Applies the theme of the last visit before anything is painted. */
const remembered = localStorage.getItem('ls-demo-theme');
if (remembered && remembered !== 'auto') {
  document.documentElement.dataset.theme = remembered;
}

const MOST = 10;
const field = document.querySelector('.lsf-editor textarea');
const output = document.createElement('output');
output.style.cssText = 'display: block; padding: 4px 0;';
field.after(output);

const count = () => {
  const words = field.value.split(/\s+/).filter(Boolean).length;
  output.textContent = `${words} of ${MOST} words`;
  output.style.fontWeight = words > MOST ? 'bold' : 'normal';
  if (words > MOST) console.warn('%d words too many', words - MOST);
};
// On the document, so that there is something on the receipt.
document.addEventListener('input', count);
count();
